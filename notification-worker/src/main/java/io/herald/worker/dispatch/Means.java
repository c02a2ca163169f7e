package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.control.Controls;
import io.herald.worker.deliver.Circuit;
import java.time.Duration;

/**
 * What the dispatcher works with and within.
 *
 * @param bots the ways out
 * @param circuit open while Telegram is down
 * @param backlog how much waits in memory
 * @param reread gets back what a hot chat has let go
 * @param controls tells what somebody paused or stopped
 * @param calls calls under way at once; a quarter of them is kept for the interactive lane
 */
public record Means(
    SendingBots bots,
    Circuit circuit,
    Backlog backlog,
    Reread reread,
    Controls controls,
    int calls) {

  static final Duration LOOK_AT_CIRCUIT = Duration.ofMillis(250);

  /**
   * How many calls may be begun now. Near the bound it is worth waiting for a few places to become
   * free: one ask for several costs little more than one for one.
   */
  int room(Lane lane, int underWay) {
    if (lane == Lane.INTERACTIVE) {
      return Math.max(0, calls - underWay);
    }
    int most = Math.max(1, calls * 3 / 4);
    int room = most - underWay;
    return room >= Math.max(1, most / 3) ? room : 0;
  }
}
