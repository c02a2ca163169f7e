package io.herald.telegram.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.SendOptions;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Rejection;
import java.util.List;
import java.util.Optional;

/** A ladder, and what stands on its steps. */
abstract class DowngradeFixture {

  static final List<Entity> BOLD = List.of(Entity.of("bold", 0, 2));
  static final List<List<Button>> KEYBOARD = List.of(List.of(Button.callback("Go", "go")));
  static final Media LINK = Media.url("https://p.example/a.png");

  final Downgrade downgrade = new Downgrade(new SplitAtCodePoints());

  final void assertStep(Content refused, Rejection kind, String step, Content... instead) {
    Lower lower = next(refused, kind).orElseThrow();
    assertThat(lower.step()).isEqualTo(step);
    assertThat(lower.calls()).extracting(TelegramCall::content).containsExactly(instead);
    assertThat(lower.calls()).extracting(TelegramCall::chat).containsOnly("42");
  }

  final void assertEnd(Content refused, Rejection kind) {
    assertThat(next(refused, kind)).isEmpty();
  }

  final Optional<Lower> next(Content refused, Rejection kind) {
    return downgrade.next(new TelegramCall("42", refused, SendOptions.NONE, null), kind);
  }
}
