package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Update;
import io.herald.model.message.CallbackAnswer;
import io.herald.runtime.account.AccountsUnknown;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Answers the press of a button. The press itself is always answered, and first: until then the
 * person's client waits.
 */
final class AnswerPress {

  private static final String SUBJECT = "button";
  private static final PressAnswer LATER =
      PressAnswer.alert("I can't look that up right now. Please try again in a minute.");

  private final Map<String, Buttons> buttons;
  private final AllowList allowList;

  AnswerPress(List<Buttons> buttons, HelpButton help, AllowList allowList) {
    this.buttons =
        Stream.concat(buttons.stream(), Stream.of(help))
            .collect(Collectors.toUnmodifiableMap(Buttons::name, Function.identity()));
    this.allowList = allowList;
  }

  Mono<Reaction> answer(Update update, Pressed pressed) {
    Chat place = Reaction.place(pressed.chat(), pressed.from());
    if (!allowList.allows(pressed.from())) {
      var refusal = new CallbackAnswer(pressed.queryId(), allowList.refusal(pressed.from()), true);
      return Mono.just(new Reaction(Verdict.REFUSED, SUBJECT, place, List.of(Reply.of(refusal))));
    }
    return chosen(update, pressed, place)
        .onErrorReturn(AccountsUnknown.class, LATER)
        .map(answer -> new Reaction(Verdict.REPLIED, SUBJECT, place, replies(pressed, answer)));
  }

  private Mono<PressAnswer> chosen(Update update, Pressed pressed, Chat place) {
    String[] data = pressed.data().split(":", 2);
    Buttons kind = buttons.get(data[0]);
    if (kind == null) {
      return Mono.just(PressAnswer.GONE);
    }
    String choice = data.length > 1 ? data[1] : "";
    return Mono.defer(() -> kind.answer(new Press(update, place, pressed.from(), choice)));
  }

  private static List<Reply> replies(Pressed pressed, PressAnswer answer) {
    var first = new CallbackAnswer(pressed.queryId(), answer.notice(), answer.alert());
    return Stream.concat(Stream.of(Reply.of(first)), answer.replies().stream()).toList();
  }
}
