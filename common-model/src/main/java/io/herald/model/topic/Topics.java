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

  /** What other services want sent, the public contract; key: the first recipient. */
  public static final String NOTIFICATIONS = "herald.notifications";

  /** Notifications that are due later, compacted; key: notification id and recipient. */
  public static final String DEFERRED = "herald.deferred";

  /** Who has linked their Telegram and what they want to get, compacted; key: user. */
  public static final String ACCOUNTS = "herald.accounts";

  /** Uploaded files in pieces; key: the upload. */
  public static final String BLOBS = "herald.blobs";

  /** Messages a person waits for; key {@code bot:chat}. */
  public static final String OUTBOUND_INTERACTIVE = "herald.outbound.interactive";

  /** Messages that are wanted soon; key {@code bot:chat}. */
  public static final String OUTBOUND_STANDARD = "herald.outbound.standard";

  /** Broadcasts; key {@code bot:chat}. */
  public static final String OUTBOUND_BULK = "herald.outbound.bulk";

  /** Messages that could not be delivered yet, due a minute later; key {@code bot:chat}. */
  public static final String RETRY_1M = "herald.outbound.retry-1m";

  /** As {@link #RETRY_1M}, ten minutes later. */
  public static final String RETRY_10M = "herald.outbound.retry-10m";

  /** As {@link #RETRY_1M}, an hour later. */
  public static final String RETRY_1H = "herald.outbound.retry-1h";

  /** What became of messages; key: notification id. */
  public static final String DELIVERIES = "herald.deliveries";

  /** What people and programs want of jobs, a public contract; key: the job's id. */
  public static final String JOBS = "herald.jobs";

  /** How far jobs are, a public contract; key: the job's id. */
  public static final String JOB_EVENTS = "herald.job-events";

  /** What is to happen at which times, compacted; key: the schedule's id. */
  public static final String SCHEDULES = "herald.schedules";

  /** What came of due times: a week of them, and the last for ever; key: the schedule's id. */
  public static final String SCHEDULE_RUNS = "herald.schedule-runs";

  /** Schedules that somebody wants fired now; key: the schedule's id. */
  public static final String SCHEDULE_TRIGGERS = "herald.schedule-triggers";

  /** Commands that other services own, a public contract; key: chat id. */
  public static final String COMMANDS = "herald.commands";

  /** Who may use the bots, as admins changed it, compacted; key: Telegram's user id. */
  public static final String ACCESS = "herald.access";

  /** Notifications that were paused or stopped, compacted; key: notification id. */
  public static final String CONTROLS = "herald.controls";

  /** Records that could not be processed: original key and bytes, the reason in headers. */
  public static final String DEAD_LETTERS = "herald.dead-letters";

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  /** Every topic that a running Herald needs. */
  public static final List<TopicSpec> ALL =
      List.of(
          new TopicSpec(UPDATES, WEEK),
          new TopicSpec(NOTIFICATIONS, WEEK),
          TopicSpec.compacted(DEFERRED),
          TopicSpec.compacted(ACCOUNTS),
          new TopicSpec(BLOBS, WEEK),
          new TopicSpec(OUTBOUND_INTERACTIVE, WEEK),
          new TopicSpec(OUTBOUND_STANDARD, WEEK),
          new TopicSpec(OUTBOUND_BULK, WEEK),
          new TopicSpec(RETRY_1M, WEEK),
          new TopicSpec(RETRY_10M, WEEK),
          new TopicSpec(RETRY_1H, WEEK),
          new TopicSpec(DELIVERIES, WEEK),
          new TopicSpec(JOBS, WEEK),
          new TopicSpec(JOB_EVENTS, WEEK),
          TopicSpec.compacted(SCHEDULES),
          TopicSpec.compacted(SCHEDULE_RUNS, WEEK),
          new TopicSpec(SCHEDULE_TRIGGERS, WEEK),
          new TopicSpec(COMMANDS, WEEK),
          TopicSpec.compacted(ACCESS),
          TopicSpec.compacted(CONTROLS),
          new TopicSpec(DEAD_LETTERS, MONTH));

  private Topics() {}
}
