package io.herald.bot.broadcast;

import io.herald.bot.command.WriteText;
import io.herald.model.control.ControlState;
import io.herald.model.control.NotificationControl;
import io.herald.model.message.TextContent;
import io.herald.runtime.history.MessageState;
import io.herald.runtime.history.NotificationView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a broadcast is.
 *
 * @param total how many messages it becomes; null: not known yet
 * @param sent at Telegram
 * @param failed not deliverable, or too late
 * @param leftOut not wanted by its recipient, or stopped
 * @param waiting known, and not at its end
 */
record Standing(@Nullable Integer total, int sent, int failed, int leftOut, int waiting) {

  static final Standing UNKNOWN = new Standing(null, 0, 0, 0, 0);

  private static final int CELLS = 10;

  static Standing of(NotificationView view) {
    return new Standing(
        view.total(),
        count(view, MessageState.SENT),
        count(view, MessageState.FAILED, MessageState.EXPIRED),
        count(view, MessageState.SUPPRESSED, MessageState.SUPERSEDED),
        count(view, MessageState.PENDING, MessageState.DEFERRED, MessageState.RETRYING));
  }

  private static int count(NotificationView view, MessageState... states) {
    Map<MessageState, Integer> counts = view.counts();
    return Arrays.stream(states).mapToInt(state -> counts.getOrDefault(state, 0)).sum();
  }

  private int over() {
    return sent + failed + leftOut;
  }

  /** Whether everything is at its end. */
  boolean isOver() {
    return total != null && over() >= total;
  }

  /** The same standing of the same control has the same word. */
  String word(NotificationControl control) {
    return control.state().name().toLowerCase(Locale.ROOT)
        + '.'
        + control.at().toEpochMilli()
        + '.'
        + total
        + '.'
        + sent
        + '.'
        + failed
        + '.'
        + leftOut;
  }

  /** What its admin is shown. */
  TextContent text(Round round, ControlState state) {
    var text = new WriteText().bold(headline(state)).plain("\n" + bar() + "\n" + figures());
    if (isOver() || state == ControlState.STOPPED) {
      return text.done();
    }
    return (state == ControlState.PAUSED
            ? text.row(round.button("Resume", "resume"), round.button("Stop", "stop"))
            : text.row(round.button("Pause", "pause"), round.button("Stop", "stop")))
        .done();
  }

  private String headline(ControlState state) {
    if (isOver()) {
      return state == ControlState.STOPPED ? "Broadcast stopped" : "Broadcast done";
    }
    return switch (state) {
      case RUNNING -> "Broadcast is going out";
      case PAUSED -> "Broadcast is paused";
      case STOPPED -> "Broadcast is being stopped";
    };
  }

  private String bar() {
    int percent = total == null || total == 0 ? 0 : Math.min(100, over() * 100 / total);
    int full = percent * CELLS / 100;
    return "▓".repeat(full) + "░".repeat(CELLS - full) + ' ' + percent + " %";
  }

  private String figures() {
    int left = total == null ? waiting : Math.max(0, total - over());
    String all = total == null ? "" : " of " + total;
    return sent
        + all
        + " sent, "
        + failed
        + " failed, "
        + left
        + " waiting"
        + (leftOut == 0 ? "" : ", " + leftOut + " left out");
  }
}
