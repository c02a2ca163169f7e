package io.herald.gateway.page;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Summarize;
import java.util.List;
import java.util.Objects;

/** What a schedule makes happen, in a person's words. */
final class PayloadWords {

  private static final int MOST = 80;

  private PayloadWords() {}

  /** {@code a message to you}. */
  static String what(Payload payload, String user) {
    return switch (payload) {
      case Notify(NotificationRequested request) -> "a message to " + to(request.to(), user);
      case PublishPost(var post) -> "a post to " + post.target();
      case RunScript(String script, String argument) ->
          ("the script " + script + ' ' + argument).strip();
      case Summarize(String whose) -> whose.equals(user) ? "your summary" : "a summary";
    };
  }

  /** What it says; empty where it says nothing of its own. */
  static String text(Payload payload) {
    return switch (payload) {
      case Notify(NotificationRequested request) -> Objects.requireNonNullElse(request.text(), "");
      case PublishPost(var post) -> Objects.requireNonNullElse(post.text(), "");
      case RunScript _, Summarize _ -> "";
    };
  }

  /** What to call a schedule: its title, else the beginning of its text, else its id. */
  static String name(Schedule schedule, String user) {
    if (!schedule.title().isBlank()) {
      return schedule.title();
    }
    String text = text(schedule.payload()).strip();
    if (text.isEmpty()) {
      String what = what(schedule.payload(), user);
      return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
    String line = text.lines().findFirst().orElse(text);
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
  }

  private static String to(List<Recipient> to, String user) {
    return to.equals(List.of(Recipient.user(user)))
        ? "you"
        : to.size() == 1 ? to.getFirst().word() : to.size() + " recipients";
  }
}
