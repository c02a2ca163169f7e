package io.herald.bot.update;

import java.time.Instant;

/**
 * One update.
 *
 * @param bot name of the bot that it came to
 * @param id Telegram's {@code update_id}
 * @param receivedAt when the gateway read it
 * @param kind Telegram's name of its kind, or {@code other}: one of a bounded set, fit for metrics
 * @param event what happened
 */
public record Update(String bot, long id, Instant receivedAt, String kind, Event event) {

  /** What ids are derived from: the same for a replay, and for nothing else. */
  public String cause() {
    return "update:" + bot + ':' + id;
  }
}
