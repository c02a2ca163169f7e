package io.herald.bot.command;

import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Does one command for somebody who may use it, and says so when it was written wrongly. */
final class AnswerCommand {

  private static final String ARRIVAL = "start";

  private final SignButtons buttons;
  private final CommandBook book;

  AnswerCommand(SignButtons buttons, CommandBook book) {
    this.buttons = buttons;
    this.book = book;
  }

  Mono<Reaction> answer(Update update, Said said, CommandCall call, Command command) {
    if (command.isPersonal() && !said.chat().isPrivate()) {
      return Mono.just(text(Verdict.REPLIED, said, command, inPrivate(command)));
    }
    return switch (command.usage().read(call.arguments())) {
      case Usage.Reading.Wrong(String problem) ->
          Mono.just(
              text(Verdict.USAGE, said, command, command.usage().explain(problem, command.name())));
      case Usage.Reading.Right(Arguments values) ->
          done(
              new Request(update, said.chat(), said.from(), call.arguments(), values),
              said,
              command);
    };
  }

  private Mono<Reaction> done(Request request, Said said, Command command) {
    Update update = request.update();
    return Mono.defer(() -> command.answer(request))
        .defaultIfEmpty(List.of())
        .map(replies -> withMenu(request, command, replies))
        .map(replies -> buttons.sign(update, said.chat(), replies))
        .map(replies -> new Reaction(Verdict.REPLIED, command.name(), said.chat(), replies))
        .onErrorResume(error ->
            Apology.of(update, command.name(), error)
                .map(apology -> text(apology.verdict(), said, command, apology.words())));
  }

  // Telegram takes no menu for a chat that the bot has not met: an admin gets theirs on arrival.
  private List<Reply> withMenu(Request request, Command command, List<Reply> replies) {
    if (!command.name().equals(ARRIVAL) || !request.chat().isPrivate()) {
      return replies;
    }
    var menu = book.menuOf(request.person()).map(Reply::of);
    return Stream.concat(replies.stream(), menu.stream()).toList();
  }

  private static String inPrivate(Command command) {
    return "Please write to me in private: send /" + command.name() + " there.";
  }

  private static Reaction text(Verdict verdict, Said said, Command command, String text) {
    return Reaction.text(verdict, command.name(), said.chat(), text);
  }
}
