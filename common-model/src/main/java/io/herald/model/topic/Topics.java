package io.herald.model.topic;

import java.time.Duration;
import java.util.List;

/**
 * The topics of Herald. Names are part of the outside contract; a service creates those that are
 * missing and never changes those that exist.
 */
public final class Topics {

  /** Telegram's updates, bytes untouched; key: chat id, else user id, else bot. */
  public static final String UPDATES = "herald.updates";

  /** Messages a person waits for; key {@code bot:chat}. */
  public static final String OUTBOUND_INTERACTIVE = "herald.outbound.interactive";

  /** Messages that are wanted soon; key {@code bot:chat}. */
  public static final String OUTBOUND_STANDARD = "herald.outbound.standard";

  /** Broadcasts; key {@code bot:chat}. */
  public static final String OUTBOUND_BULK = "herald.outbound.bulk";

  /** Records that could not be processed: original key and bytes, the reason in headers. */
  public static final String DEAD_LETTERS = "herald.dead-letters";

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  /** Every topic that a running Herald needs. */
  public static final List<TopicSpec> ALL =
      List.of(
          new TopicSpec(UPDATES, WEEK),
          new TopicSpec(OUTBOUND_INTERACTIVE, WEEK),
          new TopicSpec(OUTBOUND_STANDARD, WEEK),
          new TopicSpec(OUTBOUND_BULK, WEEK),
          new TopicSpec(DEAD_LETTERS, MONTH));

  private Topics() {}
}
