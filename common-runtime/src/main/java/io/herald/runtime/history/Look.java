package io.herald.runtime.history;

import io.herald.model.notification.Recipient;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Redis has of a notification, to be shown to whoever may see it.
 *
 * @param messages those that were looked for
 * @param changes its latest changes, in the order in which they became known
 */
record Look(String id, Entry entry, List<MessageView> messages, List<MessageView> changes) {

  /** Null when that viewer may not know of it. */
  @Nullable NotificationView by(Viewer viewer) {
    return viewer.user() == null ? byOperator() : byPerson(viewer.user());
  }

  private NotificationView byOperator() {
    return shown(null, entry.to(), entry.tally(), messages, changes);
  }

  // Nobody learns who else is told, nor how that went.
  private @Nullable NotificationView byPerson(String user) {
    List<MessageView> own =
        messages.stream().filter(message -> user.equals(message.user())).toList();
    Recipient self = Recipient.user(user);
    if (own.isEmpty() && !entry.to().contains(self)) {
      return null;
    }
    Set<String> ids = own.stream().map(MessageView::id).collect(Collectors.toSet());
    List<MessageView> ownChanges = changes.stream().filter(it -> ids.contains(it.id())).toList();
    return shown(entry.title(), List.of(self), Tally.of(own), own, ownChanges);
  }

  private NotificationView shown(
      @Nullable String title,
      List<Recipient> to,
      Tally tally,
      List<MessageView> shown,
      List<MessageView> trace) {
    NotificationState state = NotificationState.of(tally);
    return new NotificationView(
        id,
        entry.source(),
        entry.kind(),
        title,
        to,
        entry.priority(),
        state,
        reason(state, shown),
        entry.acceptedAt(),
        entry.notBefore(),
        entry.expiresAt(),
        entry.timings(),
        tally.total(),
        tally.counts(),
        shown,
        Math.max(0, tally.known() - shown.size()),
        trace.stream()
            .map(MessageView::change)
            .sorted(Comparator.comparing(StateChange::at))
            .toList());
  }

  private static @Nullable String reason(NotificationState state, List<MessageView> messages) {
    return state == NotificationState.SENT
        ? null
        : messages.stream()
            .map(MessageView::error)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
