package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.deliver.Circuit;
import java.time.Duration;

/**
 * What the dispatcher works with and within.
 *
 * @param bots the ways out
 * @param circuit open while Telegram is down
 * @param backlog how much waits in memory
 * @param calls calls under way at once; a quarter of them is kept for the interactive lane
 */
public record Bench(SendingBots bots, Circuit circuit, Backlog backlog, int calls) {

  static final Duration LOOK_AT_CIRCUIT = Duration.ofMillis(250);

  int room(Lane lane, int underWay) {
    int most = lane == Lane.INTERACTIVE ? calls : Math.max(1, calls * 3 / 4);
    return Math.max(0, most - underWay);
  }
}
