package io.herald.bot.receive;

import io.herald.bot.command.Reaction;
import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each command: {@code command user=42 chat=42 command=help outcome=replied ms=3
 * …}, the same as fields where the log has any. It holds ids and known names, never a text.
 */
final class TellCommand {

  private static final Logger log = LoggerFactory.getLogger(TellCommand.class);

  private TellCommand() {}

  static void tell(Update update, Reaction reaction, Duration took) {
    if (!log.isInfoEnabled()) {
      return;
    }
    Map<String, Object> fields = fields(update, reaction, took);
    var line = log.atInfo();
    fields.forEach(line::addKeyValue);
    line.log(
        fields.entrySet().stream()
            .map(field -> field.getKey() + '=' + field.getValue())
            .collect(Collectors.joining(" ", "command ", "")));
  }

  private static Map<String, Object> fields(Update update, Reaction reaction, Duration took) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("user", user(update));
    fields.put("chat", reaction.chat().id());
    fields.put("command", reaction.subject());
    fields.put("outcome", reaction.verdict().word());
    fields.put("ms", took.toMillis());
    fields.put("replies", reaction.replies().size());
    fields.put("bot", update.bot());
    fields.put("update", update.id());
    return fields;
  }

  private static long user(Update update) {
    return switch (update.event()) {
      case Said said -> said.from().id();
      case Pressed pressed -> pressed.from().id();
      case Admitted _, Other _ -> 0;
    };
  }
}
