package io.herald.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.ShortLife;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SystemTest
class WrongSettingsIT {

  private record Wrong(String module, String variable, String value) {}

  @Test
  void aWrongSettingEndsTheStartWithOneLineThatNamesIt(Stack stack) {
    var wrongs =
        Stream.of(
            new Wrong("gateway-service", "HERALD_INGEST", "pigeon"),
            new Wrong("gateway-service", "TELEGRAM_WEBHOOK_SECRET", "not allowed: spaces"),
            new Wrong("bot-service", "TELEGRAM_ALLOWED_USER_IDS", "12,twelve"),
            new Wrong("bot-service", "HERALD_LOG_FORMAT", "xml"),
            new Wrong("bot-service", "SERVER_PORT", "eighty"),
            new Wrong("notification-worker", "TELEGRAM_BOT_TOKEN", "not-a-token"),
            new Wrong("notification-worker", "REDIS_URL", "http://localhost:6379"));
    // Two at a time: that is how many cores there may be.
    wrongs.parallel().forEach(wrong -> refuses(stack, wrong));
  }

  private static void refuses(Stack stack, Wrong wrong) {
    ShortLife end =
        ShortLife.of(wrong.module, stack.environment(), Map.of(wrong.variable, wrong.value));
    assertThat(end.exitCode()).as(wrong + " exit code, " + end).isEqualTo(1);
    assertThat(end.errors()).as(wrong + " on stderr").hasSize(1);
    assertThat(end.errors().getFirst()).contains(wrong.variable).doesNotContain("Exception");
  }
}
