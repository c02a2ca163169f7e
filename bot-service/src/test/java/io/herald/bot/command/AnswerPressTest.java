package io.herald.bot.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.TextContent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerPressTest extends Talk {

  private static final CallbackAnswer NO_LONGER =
      new CallbackAnswer("q1", "This button no longer works.", false);

  @Test
  void answersThePressAndSendsHelp() {
    Reaction reaction = presses(GROUP, ADA, "help");

    assertThat(reaction.chat()).isEqualTo(GROUP);
    assertThat(contents(reaction)).first().isEqualTo(new CallbackAnswer("q1", "", false));
    assertThat(contents(reaction)).hasSize(2).last().isInstanceOf(TextContent.class);
  }

  @Test
  void answersThePressOfAButtonThatIsNoMore() {
    Reaction reaction = presses(ALONE, ADA, "old:1");

    assertThat(reaction.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(contents(reaction)).containsExactly(NO_LONGER);
  }

  @Test
  void findsThePrivateChatOfAButtonWhoseMessageIsTooOld() {
    Reaction reaction = answer(new Event.Pressed("q1", data(ALONE, "help"), ADA, null));

    assertThat(reaction.chat()).isEqualTo(ALONE);
    assertThat(contents(reaction)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "help~", "~AAAAAAAA", "help~AAAAAAAA", "AAAAAAAAAAAAA"})
  void worksOnlyForWhatItHasSigned(String data) {
    Reaction reaction = pressesAnything(ALONE, ADA, data);

    assertThat(reaction.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(contents(reaction)).containsExactly(NO_LONGER);
  }

  @Test
  void aSignatureIsGoodForOneChatAndOneChoice() {
    String signed = data(ALONE, "failing");

    assertThat(pressesAnything(ALONE, ADA, signed).verdict()).isEqualTo(Verdict.REPLIED);
    assertThat(pressesAnything(GROUP, ADA, signed).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(pressesAnything(ALONE, ADA, signed.replace("failing", "feiling")).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void signsTheButtonsOfRepliesForTheirChat() {
    List<Button> row = onlyText(said(ALONE, "/buttons")).keyboard().getFirst();

    assertThat(row.getFirst().callbackData()).isEqualTo(data(ALONE, "failing:kafka"));
    assertThat(row.getFirst().callbackData().getBytes(UTF_8)).hasSize(13 + 9);
    assertThat(row.getLast()).isEqualTo(Button.url("Open", "https://example.org"));
  }

  @Test
  void failsWhenAButtonWouldCarryTooMuch() {
    assertThat(data(ALONE, "x".repeat(55))).hasSize(64);
    assertThat(said(ALONE, "/toolong").verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void anAdminsButtonDoesNotWorkForOthers() {
    bots = bots(new AllowList(Set.of(), Set.of(43L)), Map.of());

    assertThat(contents(presses(GROUP, ADA, "boss"))).containsExactly(NO_LONGER);
    assertThat(contents(presses(GROUP, BOSS, "boss")))
        .containsExactly(new CallbackAnswer("q1", "done", false));
  }

  @Test
  void tellsAStrangerWhomToAsk() {
    bots = bots(new AllowList(Set.of(7L), Set.of()), Map.of());

    Reaction reaction = presses(new Chat(666, true), STRANGER, "help");

    assertThat(reaction.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(contents(reaction))
        .singleElement()
        .isInstanceOfSatisfying(
            CallbackAnswer.class,
            refusal -> {
              assertThat(refusal.alert()).isTrue();
              assertThat(refusal.text()).contains("666").hasSizeLessThanOrEqualTo(200);
            });
  }
}
