package io.herald.bot.command;

import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Decides who is answered and by what; a replay of the update is answered by the same. */
public final class AnswerUpdate {

  private static final String HINT = "I only understand commands. Send /help to see them.";

  private final CommandBook book;
  private final AnswerCommand commands;
  private final AnswerUnknown unknown;
  private final AnswerPress presses;
  private final Usernames usernames;
  private final Admit admit;

  AnswerUpdate(
      CommandBook book,
      AnswerCommand commands,
      AnswerUnknown unknown,
      AnswerPress presses,
      Usernames usernames,
      Admit admit) {
    this.book = book;
    this.commands = commands;
    this.unknown = unknown;
    this.presses = presses;
    this.usernames = usernames;
    this.admit = admit;
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
        ? guarded(said, "text", () -> text(Verdict.REPLIED, "text", said, HINT))
        : Mono.just(Reaction.IGNORED);
  }

  private Mono<Reaction> answer(Update update, Said said, CommandCall call) {
    if (call.isAddressed() && !usernames.isOurs(update.bot(), call.addressee())) {
      return Mono.just(Reaction.IGNORED);
    }
    Optional<Command> command = book.find(call.name(), said.from());
    if (command.isPresent()) {
      return guarded(said, call.name(), () -> commands.answer(update, said, call, command.get()));
    }
    return unknown.isMeantForUs(said, call)
        ? guarded(said, unknown.subject(call), () -> Mono.just(unknown.answer(update, said, call)))
        : Mono.just(Reaction.IGNORED);
  }

  private Mono<Reaction> guarded(Said said, String subject, Supplier<Mono<Reaction>> answer) {
    return admit
        .refusal(said.from())
        .map(refusal -> Mono.just(refused(said, subject, refusal)))
        .orElseGet(answer);
  }

  private static Reaction refused(Said said, String subject, Admit.Refusal refusal) {
    return refusal.isSilent()
        ? new Reaction(refusal.verdict(), subject, said.chat(), List.of())
        : Reaction.text(refusal.verdict(), subject, said.chat(), refusal.words());
  }

  private static Mono<Reaction> text(Verdict verdict, String subject, Said said, String text) {
    return Mono.just(Reaction.text(verdict, subject, said.chat(), text));
  }
}
