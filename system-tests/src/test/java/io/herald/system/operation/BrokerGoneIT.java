package io.herald.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator;
import io.herald.system.stack.Member;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@SystemTest
class BrokerGoneIT {

  @Test
  void nobodyIsReadyWithoutTheBrokerAndAllGoOnWhenItReturns(Stack stack) {
    Emulator emulator = stack.emulator();
    long user = People.stranger();
    stack.broker().stop();
    try {
      for (Member service : stack.services()) {
        Waiting.until(service.name() + " is not ready", () -> !service.isReady());
      }
      emulator.type(user, "/n1");
    } finally {
      stack.broker().start();
      stack.broker().awaitReady(Duration.ofSeconds(60));
    }
    for (Member service : stack.services()) {
      Waiting.until(service.name() + " is ready again", service::isReady);
    }
    Waiting.untilAsserted(() ->
        assertThat(emulator.replies(user))
            .singleElement()
            .satisfies(reply -> assertThat(reply.words()).contains("/n1")));
  }
}
