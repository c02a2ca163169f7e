package io.herald.bot.broadcast;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Update;
import io.herald.model.control.NotificationControl;
import io.herald.model.message.Button;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One broadcast, known by the update that asked for it. Its buttons carry {@code
 * broadcast:1:<update>:<choice>}.
 *
 * @param bot name of the bot that was asked
 * @param update the update that asked for it
 */
record Round(String bot, long update) {

  static final String NAME = "broadcast";

  // The version, which changes with what follows it; buttons of another one work no longer.
  private static final String VERSION = "1";
  private static final Pattern DATA = Pattern.compile(VERSION + ":([0-9]{1,18}):([a-z]+)");
  private static final Pattern NOTIFICATION = Pattern.compile(NAME + ":(.+):([0-9]{1,18})");

  /** A press of one of its buttons. */
  record Pressed(Round round, String choice) {}

  static Round of(Update update) {
    return new Round(update.bot(), update.id());
  }

  /** The one whose button was pressed, and what was chosen; empty when it is of another version. */
  static Optional<Pressed> pressed(String bot, String data) {
    Matcher matcher = DATA.matcher(data);
    return matcher.matches()
        ? Optional.of(
            new Pressed(new Round(bot, Long.parseLong(matcher.group(1))), matcher.group(2)))
        : Optional.empty();
  }

  /** The one that became that notification; empty when it was not made here. */
  static Optional<Round> behind(String notification) {
    Matcher matcher = NOTIFICATION.matcher(notification);
    return matcher.matches()
        ? Optional.of(new Round(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** Id of the notification that it becomes. */
  String notification() {
    return NAME + ':' + bot + ':' + update;
  }

  /** The key that edits its message. */
  String replaceKey() {
    return NAME + ':' + update;
  }

  Button button(String label, String choice) {
    return Button.callback(label, NAME + ':' + VERSION + ':' + update + ':' + choice);
  }

  /** Where its message is. */
  NotificationControl.Board board(Chat chat, Instant since) {
    return new NotificationControl.Board(
        bot, String.valueOf(chat.id()), chat.thread(), replaceKey(), since);
  }
}
