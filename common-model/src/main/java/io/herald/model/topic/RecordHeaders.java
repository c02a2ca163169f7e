package io.herald.model.topic;

/** Names of the Kafka record headers that Herald writes; values are UTF-8 text. */
public final class RecordHeaders {

  /** Name of the bot that an update came to. */
  public static final String BOT = "bot";

  /** Telegram's {@code update_id}, decimal. */
  public static final String UPDATE_ID = "update-id";

  /** When the gateway read the update, milliseconds since the epoch. */
  public static final String RECEIVED_AT = "received-at";

  /** {@code skipped} where Redis could not be asked whether the update is new. */
  public static final String DEDUPE = "dedupe";

  /** W3C trace context of the cause. */
  public static final String TRACEPARENT = "traceparent";

  /** Why a record is a dead letter: one word of the field, for example {@code malformed}. */
  public static final String REASON = "reason";

  /** The error's text; never holds a token or a message's text. */
  public static final String ERROR = "error";

  /** How often the record was tried, decimal. */
  public static final String ATTEMPTS = "attempts";

  /** The topic that a dead letter was read from. */
  public static final String SOURCE_TOPIC = "source-topic";

  /**
   * A dead letter holds only the beginning of its record, which was too large; where the whole lies
   * as long as its topic keeps it, {@code topic-partition@offset}.
   */
  public static final String CUT = "cut";

  /**
   * The lane that a retried message came from: {@code interactive}, {@code standard}, {@code bulk}.
   */
  public static final String LANE = "lane";

  /** When a retried message is due, milliseconds since the epoch. */
  public static final String DUE_AT = "due-at";

  /**
   * Moves a message's expiry, milliseconds since the epoch: a replayed dead letter may have
   * expired.
   */
  public static final String EXPIRES_AT = "expires-at";

  /** The user after whom the expansion of an audience goes on; the record is a continuation. */
  public static final String AUDIENCE_AFTER = "audience-after";

  /** The message was put away while its notification was paused; the value says so in a word. */
  public static final String HELD = "held";

  /** How many messages a notification has become in earlier steps of its expansion, decimal. */
  public static final String EXPANDED = "expanded";

  /**
   * The record is one recipient's share of a notification that had to wait for them; how many
   * messages the whole notification became, decimal, 0 where that is not known. Whoever follows
   * notifications leaves such a record out: it is no new one.
   */
  public static final String WAITED = "waited";

  private RecordHeaders() {}
}
