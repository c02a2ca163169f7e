package io.herald.bot.command;

import io.herald.bot.update.Person;
import io.herald.model.message.TextContent;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Lists the commands that somebody may use. */
final class Help implements Command {

  private final CommandBook book;

  Help(CommandBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "show this list";
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Mono.just(List.of(Reply.of(list(book, request.person()))));
  }

  static TextContent list(CommandBook book, Person person) {
    String lines = book.of(person).stream().map(Help::line).collect(Collectors.joining());
    return TextContent.plain("I understand these commands:" + lines);
  }

  private static String line(Command command) {
    return '\n' + command.usage().line(command.name()) + " – " + command.summary();
  }
}
