package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.model.message.CallbackAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmitTest extends Talk {

  @BeforeEach
  void letEachAskTwice() {
    bots = bots(new AllowList(Set.of(42L), Set.of(43L)), Map.of(), 2);
  }

  @Test
  void tellsOnceToWaitAndIsSilentThen() {
    said(ALONE, "/echo 1");
    said(ALONE, "words");

    Reaction first = said(ALONE, "/echo 2");
    Reaction second = said(ALONE, "/echo 3");

    assertThat(first.verdict()).isEqualTo(Verdict.THROTTLED);
    assertThat(first.subject()).isEqualTo("echo");
    assertThat(onlyText(first).text())
        .isEqualTo("You are sending commands faster than I may answer; please wait 3 seconds.");
    assertThat(second.verdict()).isEqualTo(Verdict.THROTTLED);
    assertThat(second.replies()).isEmpty();
    assertThat(said(ALONE, BOSS, "/echo 1").verdict()).as("others").isEqualTo(Verdict.REPLIED);
  }

  @Test
  void answersEveryPress() {
    said(ALONE, "/echo 1");
    said(ALONE, "/echo 2");
    said(ALONE, "/echo 3");

    Reaction press = presses(ALONE, ADA, "failing");

    assertThat(press.verdict()).isEqualTo(Verdict.THROTTLED);
    assertThat(press.replies())
        .singleElement()
        .extracting(Reply::content)
        .isInstanceOfSatisfying(
            CallbackAnswer.class, it -> assertThat(it.text()).contains("please wait"));
  }

  @Test
  void makesNoExceptionForAdminsAndStrangers() {
    for (var person : List.of(BOSS, STRANGER)) {
      said(ALONE, person, "/echo 1");
      said(ALONE, person, "/echo 2");
      assertThat(said(ALONE, person, "/echo 3").verdict()).isEqualTo(Verdict.THROTTLED);
    }
  }

  @Test
  void leavesWhatIsNotMeantForTheBotAlone() {
    for (int i = 0; i < 5; i++) {
      assertThat(said(GROUP, "people talk").verdict()).isEqualTo(Verdict.IGNORED);
    }
    assertThat(said(GROUP, "/echo 1").verdict()).isEqualTo(Verdict.REPLIED);
  }
}
