package io.herald.bot.command;

import static java.util.stream.Collectors.joining;

import io.herald.model.message.TextContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns commands into the text that /help answers. */
final class WriteList {

  private WriteList() {}

  static TextContent write(List<Command> commands, Map<String, String> others) {
    Stream<String> own =
        commands.stream().map(it -> line(it.usage().line(it.name()), it.summary()));
    Stream<String> theirs =
        others.entrySet().stream().map(it -> line('/' + it.getKey(), it.getValue()));
    return TextContent.plain(
        Stream.concat(own, theirs).collect(joining("\n", "I understand these commands:\n", "")));
  }

  private static String line(String usage, String summary) {
    return usage + " – " + summary;
  }
}
