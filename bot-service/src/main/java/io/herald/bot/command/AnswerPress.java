package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Update;
import io.herald.model.message.CallbackAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Map<String, Buttons> buttons;
  private final SignButtons sign;
  private final AllowList allowList;
  private final Admit admit;

  AnswerPress(List<Buttons> buttons, SignButtons sign, AllowList allowList, Admit admit) {
    this.buttons =
        buttons.stream().collect(Collectors.toUnmodifiableMap(Buttons::name, Function.identity()));
    this.sign = sign;
    this.allowList = allowList;
    this.admit = admit;
  }

  Mono<Reaction> answer(Update update, Pressed pressed) {
    return admit
        .refusal(pressed.from())
        .map(it -> Mono.just(refused(update, pressed, it)))
        .orElseGet(() -> heard(update, pressed));
  }

  private Reaction refused(Update update, Pressed pressed, Admit.Refusal refusal) {
    return reaction(refusal.verdict(), update, pressed, PressAnswer.alert(refusal.words()));
  }

  private Mono<Reaction> heard(Update update, Pressed pressed) {
    Chat place = Reaction.place(pressed.chat(), pressed.from());
    return sign.check(update.bot(), place.id(), pressed.data())
        .flatMap(data -> chosen(update, pressed, place, data))
        .orElseGet(() -> Mono.just(reaction(Verdict.UNKNOWN, update, pressed, PressAnswer.GONE)));
  }

  /** What comes of a button of ours; empty when none of its kind works for the person. */
  private Optional<Mono<Reaction>> chosen(Update update, Pressed pressed, Chat place, String data) {
    String[] parts = data.split(":", 2);
    var press = new Press(update, place, pressed.from(), parts.length > 1 ? parts[1] : "");
    return Optional.ofNullable(buttons.get(parts[0]))
        .filter(kind -> kind.audience().includes(pressed.from(), allowList))
        .map(kind -> done(update, pressed, kind, press));
  }

  private Mono<Reaction> done(Update update, Pressed pressed, Buttons kind, Press press) {
    return Mono.defer(() -> kind.answer(press))
        .map(answer -> reaction(Verdict.REPLIED, update, pressed, answer))
        .onErrorResume(error ->
            Apology.of(update, "button " + kind.name(), error)
                .map(apology ->
                    reaction(
                        apology.verdict(), update, pressed, PressAnswer.alert(apology.words()))));
  }

  private Reaction reaction(Verdict verdict, Update update, Pressed pressed, PressAnswer answer) {
    Chat place = Reaction.place(pressed.chat(), pressed.from());
    var first = new CallbackAnswer(pressed.queryId(), answer.notice(), answer.alert());
    List<Reply> replies = sign.sign(update, place, answer.replies());
    return new Reaction(
        verdict,
        SUBJECT,
        place,
        Stream.concat(Stream.of(Reply.of(first)), replies.stream()).toList());
  }
}
