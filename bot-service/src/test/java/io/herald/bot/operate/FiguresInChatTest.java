package io.herald.bot.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.RunningBot;
import org.junit.jupiter.api.Test;

class FiguresInChatTest extends RunningBot {

  @Test
  void showsWhoMayUseTheBotsAndWhoIsLinked() {
    says(43, "/users");

    assertThat(text(1).text()).contains("on the list", "Admins: ", "43", "Allowed: ", "Linked: ");
  }

  @Test
  void showsHowMuchIsGoingOn() {
    says(43, "/users");
    text(1);
    says(43, "/stats");

    assertThat(text(2).text()).contains("in the last 24 hours", "linked", "running", " replied");
  }

  @Test
  void isForAdminsAlone() {
    says(42, "/stats");

    assertThat(text(1).text()).contains("don't know /stats");
  }
}
