package io.herald.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator.Typed;
import io.herald.system.stack.Member;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@SystemTest
class TraceIT {

  // Spring Boot's own way to log it: [service,thread] [trace id-span id].
  private static final Pattern TRACE_ID = Pattern.compile("\\[([0-9a-f]{32})-[0-9a-f]{16}]");

  @Test
  void oneTraceIdLeadsFromTheWebhookToTheCallOfTheBotApi(Stack stack) {
    String trace = traceOf(stack);

    Pattern traced = Pattern.compile(trace);
    for (Member service : List.of(stack.gateway(), stack.bot(), stack.worker())) {
      Waiting.until(service.name() + " logs the trace", () -> !service.logged(traced).isEmpty());
      System.out.println(service.logged(traced).getFirst());
    }
  }

  /** Up to twenty updates a second are traced; right after a burst the next one may not be. */
  private static String traceOf(Stack stack) {
    List<Pattern> updates = new ArrayList<>();
    Waiting.until(
        "the gateway logs a traced update",
        () -> {
          Typed typed = stack.emulator().type(People.stranger(), "/start");
          updates.add(Pattern.compile("\\b" + typed.updateId() + "\\b"));
          return !logged(stack.gateway(), updates).isEmpty();
        });
    String line = logged(stack.gateway(), updates).getFirst();
    Matcher matcher = TRACE_ID.matcher(line);
    assertThat(matcher.find()).as("a trace id in: " + line).isTrue();
    return matcher.group(1);
  }

  private static List<String> logged(Member gateway, List<Pattern> updates) {
    return updates.stream().flatMap(update -> gateway.logged(update).stream()).toList();
  }
}
