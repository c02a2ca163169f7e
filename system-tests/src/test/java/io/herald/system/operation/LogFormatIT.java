package io.herald.system.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.herald.system.stack.Member;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What collectors of logs rely on: with HERALD_LOG_FORMAT=ecs there is no other line. Restarts all
 * services twice.
 */
@SystemTest
@Tag("prove")
class LogFormatIT {

  private static final Pattern ANY = Pattern.compile("");
  private static final Pattern DELIVERY = Pattern.compile("\\{.*herald\\.delivery.*\"SENT\\b");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void everyLineOfEveryServiceIsAnEventOfTheElasticCommonSchema(Stack stack) {
    Map<String, Integer> before = restart(stack, Map.of("HERALD_LOG_FORMAT", "ecs"));
    try {
      stack.emulator().type(People.stranger(), "/start");
      Waiting.until("a delivery is logged", () -> !stack.worker().logged(DELIVERY).isEmpty());
      for (Member service : stack.services()) {
        List<String> lines = service.logged(ANY);
        assertThat(lines.subList(before.get(service.name()), lines.size()))
            .as("lines of " + service.name())
            .isNotEmpty()
            .allSatisfy(line -> isEvent(line, service.name()));
      }
    } finally {
      restart(stack, Map.of());
    }
  }

  private static void isEvent(String line, String service) {
    assertThatCode(() -> JSON.readTree(line)).as(line).doesNotThrowAnyException();
    JsonNode event = JSON.readTree(line);
    assertThat(event.path("@timestamp").asString("")).as(line).isNotEmpty();
    assertThat(event.path("message").asString("")).as(line).isNotEmpty();
    assertThat(event.at("/log/level").asString("")).as(line).isNotEmpty();
    assertThat(event.at("/service/name").asString("")).isEqualTo(service);
  }

  /** All at once; how many lines each had logged until it was gone. */
  private static Map<String, Integer> restart(Stack stack, Map<String, String> environment) {
    stack.services().forEach(Member::stop);
    Map<String, Integer> lines =
        stack.services().stream()
            .collect(Collectors.toMap(Member::name, service -> service.logged(ANY).size()));
    stack.services().forEach(service -> service.startWith(environment));
    stack.services().forEach(Member::awaitReady);
    return lines;
  }
}
