package io.herald.bot.command;

import io.herald.model.message.TextContent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with buttons that is edited in place when one is pressed. Its buttons carry {@code
 * <name>:1:<update that asked for it>:<choice>}, so that each knows its message.
 *
 * @param name of its buttons
 * @param update the update that asked for it
 * @param choice what was chosen; empty: nothing yet
 */
public record Board(String name, long update, String choice) {

  // The version, which changes with what follows it; buttons of another one work no longer.
  private static final String VERSION = "1";
  private static final Pattern DATA = Pattern.compile(VERSION + ":([0-9]{1,18}):(.+)");

  /** The one that a command puts up. */
  public static Board of(String name, Request request) {
    return new Board(name, request.update().id(), "");
  }

  /** The one whose button was pressed; empty when it is of another version. */
  public static Optional<Board> of(String name, Press press) {
    Matcher data = DATA.matcher(press.choice());
    return data.matches()
        ? Optional.of(new Board(name, Long.parseLong(data.group(1)), data.group(2)))
        : Optional.empty();
  }

  /** What a button carries that chooses this: for up to 24 letters at most 64 bytes. */
  public String data(String choosing) {
    return name + ':' + VERSION + ':' + update + ':' + choosing;
  }

  /** Puts it up, or puts this in its place. */
  public Reply reply(TextContent text) {
    return new Reply(text, name + ':' + update);
  }
}
