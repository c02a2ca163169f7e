package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.limit.TakeTurns;
import io.herald.bot.limit.Turn;
import io.herald.bot.update.Person;
import java.util.Optional;

/**
 * Decides whether somebody is heard at all: it has to be their turn, and they have to be let in.
 */
final class Admit {

  /**
   * Somebody is not heard.
   *
   * @param verdict why
   * @param words what they are told
   * @param isSilent whether they have been told already, so that only a press needs an answer
   */
  record Refusal(Verdict verdict, String words, boolean isSilent) {}

  private final AllowList allowList;
  private final TakeTurns turns;

  Admit(AllowList allowList, TakeTurns turns) {
    this.allowList = allowList;
    this.turns = turns;
  }

  /** Empty when that person is heard, which counts as a turn of theirs. */
  Optional<Refusal> refusal(Person person) {
    return switch (turns.take(person)) {
      case Turn.Later later ->
          Optional.of(new Refusal(Verdict.THROTTLED, later.words(), !later.isFirst()));
      case Turn.Now _ ->
          allowList.allows(person)
              ? Optional.empty()
              : Optional.of(new Refusal(Verdict.REFUSED, allowList.refusal(person), false));
    };
  }
}
