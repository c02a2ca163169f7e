package io.herald.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.ChatMessage;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import org.junit.jupiter.api.Test;

@SystemTest
class ConversationIT {

  private final Talk talk;

  ConversationIT(Stack stack) {
    talk = new Talk(stack.emulator(), People.stranger());
  }

  @Test
  void greetsAndOffersHelp() {
    ChatMessage greeting = talk.say("/start");

    assertThat(greeting.words()).startsWith("Hello");
    assertThat(greeting.buttons()).containsExactly("Help");
  }

  @Test
  void answersThePressOfAButton() {
    ChatMessage greeting = talk.say("/start");

    ChatMessage help = talk.press(greeting, "Help");

    assertThat(help.words()).contains("/start", "/help");
  }

  @Test
  void namesTheCommandThatItDoesNotKnow() {
    assertThat(talk.say("/n17").words()).contains("/n17").contains("/help");
  }

  @Test
  void explainsItselfToWhoSendsNoCommand() {
    assertThat(talk.say("good morning").words()).contains("/help");
  }

  @Test
  void answersInTheOrderOfTheQuestions() {
    for (int n = 1; n <= 20; n++) {
      assertThat(talk.say("/n" + n).words()).contains("/n" + n + ".");
    }
  }
}
