package io.herald.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("prove")
@SystemTest
class LongPollingIT {

  @Test
  void answersWithoutAWebhook(Stack stack) {
    Talk talk = new Talk(stack.emulator(), People.stranger());
    stack.gateway().restartWith(Map.of("HERALD_INGEST", "polling"));
    try {
      assertThat(talk.say("/n1").words()).contains("/n1");
      assertThat(stack.emulator().bots())
          .singleElement()
          .satisfies(bot -> assertThat(bot.webhookUrl()).isEmpty());
    } finally {
      stack.gateway().restartWith(Map.of());
    }
    Waiting.until(
        "the webhook is registered again",
        () -> !stack.emulator().bots().getFirst().webhookUrl().isEmpty());
    assertThat(talk.say("/n2").words()).contains("/n2");
  }
}
