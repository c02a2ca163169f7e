package io.herald.bot.receive;

import io.herald.bot.command.Reaction;
import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

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
    var line = new Line(log.atInfo());
    line.add("user", user(update));
    line.add("chat", reaction.chat().id());
    line.add("command", reaction.subject());
    line.add("outcome", reaction.verdict().word());
    line.add("ms", took.toMillis());
    line.add("replies", reaction.replies().size());
    line.add("bot", update.bot());
    line.add("update", update.id());
    line.write();
  }

  private record Line(LoggingEventBuilder event, StringBuilder text) {

    Line(LoggingEventBuilder event) {
      this(event, new StringBuilder(150).append("command"));
    }

    void add(String name, Object value) {
      event.addKeyValue(name, value);
      text.append(' ').append(name).append('=').append(value);
    }

    void write() {
      event.log(text.toString());
    }
  }

  private static long user(Update update) {
    return switch (update.event()) {
      case Said said -> said.from().id();
      case Pressed pressed -> pressed.from().id();
      case Admitted _, Other _ -> 0;
    };
  }
}
