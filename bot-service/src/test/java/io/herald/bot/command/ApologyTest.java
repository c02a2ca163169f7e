package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.bot.command.Reaction.Verdict;
import io.herald.model.message.CallbackAnswer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ApologyTest extends Talk {

  @ParameterizedTest
  @ValueSource(strings = {"accounts", "redis"})
  void asksToTryAgainWhileRedisIsAway(String how) {
    Reaction command = said(ALONE, "/fail " + how);
    Reaction button = presses(ALONE, ADA, "failing:" + how);

    assertThat(command.verdict()).isEqualTo(Verdict.REPLIED);
    assertThat(onlyText(command).text()).contains("try again in a minute");
    assertThat(alert(button).text()).contains("try again in a minute");
  }

  @Test
  void waitsForKafka() {
    assertThatThrownBy(() -> said(ALONE, "/fail kafka")).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> presses(ALONE, ADA, "failing:kafka"))
        .isInstanceOf(TimeoutException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush", "script"})
  void tellsAnIdThatTheLogHasWithTheCause(String how, CapturedOutput output) {
    Reaction reaction = said(ALONE, "/fail " + how);

    assertThat(reaction.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(reaction.subject()).isEqualTo("fail");
    String words = onlyText(reaction).text();
    String id = words.substring(words.lastIndexOf(' ') + 1);
    assertThat(id).matches("[0-9a-f]{8}");
    assertThat(output.getOut()).containsOnlyOnce("Failure " + id + ": fail failed for update 1");
    assertThat(said(ALONE, "/fail " + how)).isEqualTo(reaction);
  }

  @Test
  void logsWhereItWentWrongAndNothingThatSomebodyWrote(CapturedOutput output) {
    said(ALONE, "/fail hush");

    assertThat(output.getOut())
        .contains("java.lang.IllegalStateException", "java.lang.NumberFormatException")
        .contains("at io.herald.bot.command.Talk.fail(")
        .doesNotContain("hush");
  }

  @Test
  void tellsWhoPressedAButtonInADialog() {
    Reaction reaction = presses(ALONE, ADA, "failing:hush");

    assertThat(reaction.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(alert(reaction).alert()).isTrue();
    assertThat(alert(reaction).text()).contains("this id: ").hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void aCommandMayHaveNothingToSay() {
    assertThat(said(ALONE, "/silent").replies()).isEmpty();
  }

  private static CallbackAnswer alert(Reaction reaction) {
    assertThat(reaction.replies()).hasSize(1);
    return (CallbackAnswer) reaction.replies().getFirst().content();
  }
}
