package io.herald.bot.command;

import java.util.List;
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
    return Mono.just(List.of(Reply.of(book.list(request.person()))));
  }
}
