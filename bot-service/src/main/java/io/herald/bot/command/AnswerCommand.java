package io.herald.bot.command;

import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.AccountsUnknown;
import java.util.List;
import reactor.core.publisher.Mono;

/** Does one command for somebody who may use it, and says so when it was written wrongly. */
final class AnswerCommand {

  private static final TextContent LATER =
      TextContent.plain("I can't look that up right now. Please try again in a minute.");

  private AnswerCommand() {}

  static Mono<Reaction> answer(Update update, Said said, CommandCall call, Command command) {
    if (command.isPersonal() && !said.chat().isPrivate()) {
      return Mono.just(reaction(Verdict.REPLIED, said, command, inPrivate(command)));
    }
    return switch (command.usage().read(call.arguments())) {
      case Usage.Reading.Wrong(String problem) ->
          Mono.just(reaction(Verdict.USAGE, said, command, usage(command, problem)));
      case Usage.Reading.Right(Arguments values) ->
          done(
              new Request(update, said.chat(), said.from(), call.arguments(), values),
              said,
              command);
    };
  }

  private static Mono<Reaction> done(Request request, Said said, Command command) {
    return Mono.defer(() -> command.answer(request))
        .onErrorReturn(AccountsUnknown.class, List.of(Reply.of(LATER)))
        .map(replies -> new Reaction(Verdict.REPLIED, command.name(), said.chat(), replies));
  }

  private static TextContent inPrivate(Command command) {
    return TextContent.plain("Please write to me in private: send /" + command.name() + " there.");
  }

  private static TextContent usage(Command command, String problem) {
    return TextContent.plain(problem + "\nUsage: " + command.usage().line(command.name()));
  }

  private static Reaction reaction(
      Verdict verdict, Said said, Command command, TextContent answer) {
    return new Reaction(verdict, command.name(), said.chat(), List.of(Reply.of(answer)));
  }
}
