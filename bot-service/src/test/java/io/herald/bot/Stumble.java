package io.herald.bot;

import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import java.util.List;
import reactor.core.publisher.Mono;

/** A command that goes wrong, and would tell what somebody wrote. */
final class Stumble implements Command {

  @Override
  public String name() {
    return "stumble";
  }

  @Override
  public String summary() {
    return "goes wrong";
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Mono.error(new IllegalStateException("stumbled " + request.arguments()));
  }
}
