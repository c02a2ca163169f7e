package io.herald.gateway.page;

import io.herald.runtime.history.NotificationState;
import io.herald.runtime.history.NotificationView;
import org.jspecify.annotations.Nullable;

/**
 * A notification in a list.
 *
 * @param version what its state was when this row was made, for asking whether it has changed
 * @param every how often to ask, for htmx; empty: nothing changes any more
 * @param iso when it was accepted, for programs; null: not known yet
 * @param at the same for people
 * @param took how long it took until Telegram had all of it; null: it hasn't
 */
record NotificationRow(
    String id,
    String name,
    String kind,
    Words words,
    String version,
    String every,
    @Nullable String iso,
    String at,
    @Nullable String took,
    @Nullable String reason) {

  private static final String SOON = "every 2s";
  private static final String TEST = "system.test";
  private static final String LATER = "every 15s";

  static NotificationRow of(NotificationView view, Times times) {
    return new NotificationRow(
        view.id(),
        name(view),
        view.kind() == null || view.kind().equals(name(view)) ? "" : view.kind(),
        Words.of(view.state()),
        view.state().name(),
        every(view.state()),
        view.acceptedAt() == null ? null : view.acceptedAt().toString(),
        view.acceptedAt() == null ? "just now" : times.brief(view.acceptedAt()),
        took(view),
        view.reason());
  }

  private static @Nullable String took(NotificationView view) {
    Long sent = view.timings().sentMs();
    return view.state() == NotificationState.SENT && sent != null ? Times.took(sent) : null;
  }

  static String name(NotificationView view) {
    if (view.title() != null && !view.title().isBlank()) {
      return view.title();
    }
    if (view.kind() == null || view.kind().isBlank()) {
      return view.id();
    }
    return view.kind().equals(TEST) ? "Test message" : view.kind();
  }

  static String every(NotificationState state) {
    if (!Words.isOpen(state)) {
      return "";
    }
    return state == NotificationState.DEFERRED ? LATER : SOON;
  }
}
