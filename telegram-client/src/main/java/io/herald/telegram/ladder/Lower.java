package io.herald.telegram.ladder;

import io.herald.telegram.delivery.TelegramCall;
import java.util.List;

/**
 * One step down: what is sent in place of a refused call.
 *
 * @param step its stable name in deliveries and metrics, one of the constants of {@link Downgrade}
 * @param calls in the order in which they are to be sent; at least one. The first takes the place
 *     of the refused call: if that was an edit and can be one still, it is
 */
public record Lower(String step, List<TelegramCall> calls) {

  public Lower {
    calls = List.copyOf(calls);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("a step without a call would lose the text");
    }
  }

  static Lower one(String step, TelegramCall call) {
    return new Lower(step, List.of(call));
  }
}
