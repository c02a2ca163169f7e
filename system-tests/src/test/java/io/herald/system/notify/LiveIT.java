package io.herald.system.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A device hears what changes, and misses nothing when the gateway is restarted. */
@Tag("prove")
@SystemTest
class LiveIT {

  @Test
  void aRestartOfTheGatewayCostsNoEvent(Stack stack) {
    Person ann = Person.linked(stack, "Ann");
    Api api = Api.of(stack.gateway());
    try (LiveEvents before = LiveEvents.of(ann, "")) {
      String first = api.notify(hello(ann));
      Waiting.until("it is sent", () -> before.states(first).contains("SENT"));
      assertThat(before.states(first)).startsWith("ACCEPTED").doesNotHaveDuplicates();

      assertThat(stack.gateway().stop()).as("drained although a stream was open").isZero();
      Waiting.until("the stream has ended", before::hasEnded);
      stack.gateway().start();
      stack.gateway().awaitReady();
      String second = api.notify(hello(ann));
      api.await(second, "SENT");

      try (LiveEvents after = LiveEvents.of(ann, before.last())) {
        Waiting.until("the rest is heard", () -> after.states(second).contains("SENT"));
        assertThat(after.states(second)).doesNotHaveDuplicates();
        assertThat(after.states(first)).as("heard before").isEmpty();
        assertThat(after.heard())
            .extracting(JsonNode::toString)
            .as("of one who is told nothing twice")
            .doesNotContainAnyElementsOf(before.heard().stream().map(JsonNode::toString).toList());
      }
    }
  }

  private static Map<String, Object> hello(Person person) {
    return Map.of("to", person.address(), "title", "Hello", "text", "Hello");
  }
}
