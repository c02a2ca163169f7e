package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.AccountsUnknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Decides who is answered and by what; a replay of the update is answered by the same. */
public final class AnswerUpdate {

  private static final TextContent HINT =
      TextContent.plain("I only understand commands. Send /help to see them.");
  private static final TextContent LATER =
      TextContent.plain("I can't look that up right now. Please try again in a minute.");

  private final Map<String, Command> commands;
  private final AnswerPress presses;
  private final Usernames usernames;
  private final AllowList allowList;

  AnswerUpdate(
      List<Command> commands, List<Buttons> buttons, Usernames usernames, AllowList allowList) {
    Help help = new Help(commands);
    this.commands =
        Stream.concat(commands.stream(), Stream.of(help))
            .collect(Collectors.toUnmodifiableMap(Command::name, Function.identity()));
    this.presses = new AnswerPress(buttons, new HelpButton(help), allowList);
    this.usernames = usernames;
    this.allowList = allowList;
  }

  /** What follows from the update; fails when something is gone that has to be waited for. */
  public Mono<Reaction> answer(Update update) {
    return switch (update.event()) {
      case Said said when !said.from().isBot() -> answer(update, said);
      case Pressed pressed -> presses.answer(update, pressed);
      case Said _, Admitted _, Other _ -> Mono.just(Reaction.IGNORED);
    };
  }

  private Mono<Reaction> answer(Update update, Said said) {
    Optional<CommandCall> call = CommandCall.in(said);
    if (call.isPresent()) {
      return answer(update, said, call.get());
    }
    // People in a group talk to each other, not to the bot.
    return said.chat().isPrivate()
        ? guarded(said, "text", Mono.just(only(HINT)))
        : Mono.just(Reaction.IGNORED);
  }

  private Mono<Reaction> answer(Update update, Said said, CommandCall call) {
    if (call.isAddressed() && !usernames.isOurs(update.bot(), call.addressee())) {
      return Mono.just(Reaction.IGNORED);
    }
    Command command = commands.get(call.name());
    if (command != null) {
      return guarded(said, command.name(), answer(update, said, call, command));
    }
    // Without an addressee a group's unknown command may be meant for another bot.
    return said.chat().isPrivate() || call.isAddressed()
        ? guarded(said, "unknown-command", Mono.just(only(unknown(call))))
        : Mono.just(Reaction.IGNORED);
  }

  private static Mono<List<Reply>> answer(
      Update update, Said said, CommandCall call, Command command) {
    if (command.isPersonal() && !said.chat().isPrivate()) {
      return Mono.just(only(inPrivate(command)));
    }
    var request = new Request(update, said.chat(), said.from(), call.arguments());
    return Mono.defer(() -> command.answer(request))
        .onErrorReturn(AccountsUnknown.class, only(LATER));
  }

  private static TextContent inPrivate(Command command) {
    return TextContent.plain("Please write to me in private: send /" + command.name() + " there.");
  }

  private static TextContent unknown(CommandCall call) {
    return TextContent.plain(
        "I don't know /" + call.name() + ". Send /help to see what I understand.");
  }

  private Mono<Reaction> guarded(Said said, String subject, Mono<List<Reply>> answer) {
    long place = said.chat().id();
    if (allowList.allows(said.from())) {
      return answer.map(replies -> Reaction.reply(subject, place, replies));
    }
    var refusal = Reply.of(TextContent.plain(allowList.refusal(said.from())));
    return Mono.just(Reaction.refusal(subject, place, refusal));
  }

  private static List<Reply> only(TextContent text) {
    return List.of(Reply.of(text));
  }
}
