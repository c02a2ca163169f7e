package io.herald.bot.command;

import io.herald.bot.update.Event.Said;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as somebody wrote it.
 *
 * @param name in lower case, without the slash
 * @param addressee username after the {@code @}; empty if no bot in particular was meant
 * @param arguments what follows, without the space around it; empty for nothing
 */
record CommandCall(String name, String addressee, String arguments) {

  private static final Pattern COMMAND =
      Pattern.compile("^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?=\\s|$)");

  /**
   * The command that the text begins with, if it does. Where Telegram has marked the text, its mark
   * decides: a slash within a code block or a link is none.
   */
  static Optional<CommandCall> in(Said said) {
    Matcher matcher = COMMAND.matcher(said.text());
    if (!matcher.find() || !isMarked(said)) {
      return Optional.empty();
    }
    String addressee = matcher.group(2) == null ? "" : matcher.group(2);
    String arguments = said.text().substring(matcher.end()).strip();
    return Optional.of(
        new CommandCall(matcher.group(1).toLowerCase(Locale.ROOT), addressee, arguments));
  }

  private static boolean isMarked(Said said) {
    return said.entities().isEmpty()
        || said.entities().stream()
            .anyMatch(entity -> entity.offset() == 0 && entity.type().equals("bot_command"));
  }

  /** Whether a bot was named. */
  boolean isAddressed() {
    return !addressee.isEmpty();
  }
}
