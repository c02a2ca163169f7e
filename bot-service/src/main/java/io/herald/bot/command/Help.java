package io.herald.bot.command;

import io.herald.model.message.TextContent;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Lists the commands. */
final class Help implements Command {

  private final List<Command> others;

  /**
   * The list.
   *
   * @param others the commands besides this one
   */
  Help(List<Command> others) {
    this.others = others;
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
    return Mono.just(List.of(Reply.of(list())));
  }

  TextContent list() {
    String list = others.stream().map(Help::line).collect(Collectors.joining());
    return TextContent.plain("I understand these commands:" + list + line(this));
  }

  private static String line(Command command) {
    return "\n/" + command.name() + " – " + command.summary();
  }
}
