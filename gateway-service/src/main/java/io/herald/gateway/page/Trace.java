package io.herald.gateway.page;

import io.herald.runtime.history.MessageView;
import io.herald.runtime.history.NotificationView;
import io.herald.runtime.history.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One notification's way, from the request to Telegram's message ids.
 *
 * @param row its head
 * @param version changes with everything that is shown
 * @param steps the stations that it passes, those ahead included
 * @param messages what it became
 * @param changes what happened, oldest first
 */
record Trace(
    NotificationRow row,
    String source,
    String priority,
    String version,
    List<Step> steps,
    List<Message> messages,
    int leftOut,
    List<Change> changes) {

  /**
   * A station.
   *
   * @param after time since the request; null: not reached
   */
  record Step(String name, String detail, @Nullable String after, String tone) {}

  /** One message, and what Telegram calls it. */
  record Message(
      String part, String chat, Words words, int attempts, String ids, @Nullable String reason) {}

  /** One change of state. */
  record Change(String clock, String after, Words words, int attempts, @Nullable String reason) {}

  static Trace of(NotificationView view, Times times) {
    Instant start = view.acceptedAt();
    return new Trace(
        NotificationRow.of(view, times),
        view.source() == null ? "" : view.source(),
        view.priority() == null ? "" : view.priority().word(),
        view.state() + "-" + view.trace().size() + "-" + view.messages().hashCode(),
        steps(view, times),
        view.messages().stream().map(Trace::message).toList(),
        view.messagesLeftOut(),
        view.trace().stream().map(change -> change(change, start, times)).toList());
  }

  private static List<Step> steps(NotificationView view, Times times) {
    List<Step> steps = new ArrayList<>();
    Instant accepted = view.acceptedAt();
    steps.add(
        accepted == null
            ? new Step("Accepted", "not known yet", null, "wait")
            : new Step("Accepted", times.clock(accepted), "0 ms", "good"));
    int known = view.counts().values().stream().mapToInt(Integer::intValue).sum();
    String into = count(view.total() == null ? known : view.total());
    steps.add(step("Expanded", into, view.timings().pendingMs(), "good"));
    int attempts = view.messages().stream().mapToInt(MessageView::attempts).sum();
    steps.add(
        step(
            "Telegram's answer",
            attempts == 1 ? "1 attempt" : attempts + " attempts",
            view.timings().firstAttemptMs(),
            "good"));
    Words end = Words.of(view.state());
    boolean open = Words.isOpen(view.state());
    Long sent = view.timings().sentMs();
    steps.add(
        new Step(
            open ? "Sent" : end.label(),
            open ? end.label() : view.reason() == null ? into : view.reason(),
            sent == null ? open ? null : "" : Times.took(sent),
            open ? "wait" : end.tone()));
    return steps;
  }

  private static Step step(String name, String detail, @Nullable Long after, String tone) {
    return after == null
        ? new Step(name, "not yet", null, "wait")
        : new Step(name, detail, Times.took(after), tone);
  }

  private static Message message(MessageView view) {
    String part = view.part() == null ? "" : view.part().index() + " of " + view.part().count();
    return new Message(
        part,
        view.chat(),
        Words.of(view.status()),
        view.attempts(),
        view.messageIds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        reason(view.errorClass(), view.error()));
  }

  private static Change change(StateChange change, @Nullable Instant start, Times times) {
    String after =
        start == null
            ? ""
            : "+" + Times.took(Math.max(0, Duration.between(start, change.at()).toMillis()));
    return new Change(
        times.clock(change.at()),
        after,
        Words.of(change.status()),
        change.attempts(),
        reason(change.errorClass(), change.error()));
  }

  private static @Nullable String reason(@Nullable String errorClass, @Nullable String error) {
    return error != null ? error : errorClass == null ? null : errorClass.replace('_', ' ');
  }

  private static String count(int messages) {
    return messages == 1 ? "1 message" : messages + " messages";
  }
}
