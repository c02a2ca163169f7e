package io.herald.bot.command;

import static java.util.stream.Collectors.joining;

import io.herald.bot.update.Person;
import io.herald.model.message.TextContent;
import java.util.List;
import java.util.stream.Stream;
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
    Stream<String> own =
        book.of(person).stream().map(it -> line(it.usage().line(it.name()), it.summary()));
    Stream<String> others =
        book.others().entrySet().stream().map(it -> line('/' + it.getKey(), it.getValue()));
    return TextContent.plain(
        Stream.concat(own, others).collect(joining("\n", "I understand these commands:\n", "")));
  }

  private static String line(String usage, String summary) {
    return usage + " – " + summary;
  }
}
