package io.herald.worker.deliver;

import java.time.Duration;

/** What comes after a call. */
public sealed interface Step {

  /** The attempt that it was, or that comes next. */
  Attempt attempt();

  /** The way is at its end. */
  record End(Ending ending, Attempt attempt) implements Step {}

  /**
   * Another call after a pause in which the chat gets nothing.
   *
   * @param pause zero: as soon as the budgets allow
   * @param reason of the field, for deliveries
   */
  record Again(Duration pause, Attempt attempt, String reason) implements Step {}

  /** The bot's token is wrong: the bot gets a pause, and then the message its next call. */
  record HoldBot(Duration pause, Attempt attempt, String reason) implements Step {}

  /**
   * The message rests on a shelf; other lanes of the chat go on.
   *
   * @param shelf where; the one that it lies on already: it stays there
   */
  record Rest(Shelf shelf, Attempt attempt, String reason) implements Step {}
}
