package io.herald.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator.Typed;
import io.herald.system.stack.Member;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@SystemTest
class TraceIT {

  // Spring Boot's own way to log it: [service,thread] [trace id-span id].
  private static final Pattern TRACE_ID = Pattern.compile("\\[([0-9a-f]{32})-[0-9a-f]{16}]");

  @Test
  void oneTraceIdLeadsFromTheWebhookToTheCallOfTheBotApi(Stack stack) {
    Typed typed = stack.emulator().type(People.stranger(), "/start");

    String trace = traceOf(stack.gateway(), Pattern.compile("\\b" + typed.updateId() + "\\b"));

    Pattern traced = Pattern.compile(trace);
    for (Member service : stack.services()) {
      Waiting.until(service.name() + " logs the trace", () -> !service.logged(traced).isEmpty());
      System.out.println(service.logged(traced).getFirst());
    }
  }

  private static String traceOf(Member service, Pattern line) {
    Waiting.until(service.name() + " logs the update", () -> !service.logged(line).isEmpty());
    String logged = service.logged(line).getFirst();
    Matcher matcher = TRACE_ID.matcher(logged);
    assertThat(matcher.find()).as("a trace id in: " + logged).isTrue();
    return matcher.group(1);
  }
}
