package io.herald.system.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.OwnStack;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("prove")
@OwnStack
class AlertsIT {

  private static final String ALERT = "HeraldRedisDown";
  private static final Duration START = Duration.ofSeconds(60);
  // It has to last for a minute before anybody is woken; the rest is for a busy machine.
  private static final Duration UNTIL_IT_FIRES = Duration.ofSeconds(150);

  private static final Path FIGURES = Path.of("target", "prove", "alerts.txt");

  private Stack stack;
  private Prometheus prometheus;

  @BeforeEach
  void start() {
    stack = Stack.start("alerts");
    prometheus = Prometheus.start(stack.services(), stack.logs().getParent(), START);
  }

  @AfterEach
  void end() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void redisGoneFiresAndIsOverWhenItIsBack() throws IOException {
    Waiting.until("every service is asked", START, () -> prometheus.count("up == 1") == 4);
    Waiting.until("a trace stands beside a histogram", START, this::hasExemplar);
    assertThat(prometheus.brokenRules()).isEmpty();
    assertThat(prometheus.firing()).isEmpty();

    Instant gone = Instant.now();
    stack.redis().stop();
    Waiting.until("the alert fires", UNTIL_IT_FIRES, () -> prometheus.firing().contains(ALERT));
    Instant back = Instant.now();

    stack.redis().start();
    stack.redis().awaitReady(START);
    Waiting.until("the alert is over", START, () -> !prometheus.firing().contains(ALERT));
    print(Duration.between(gone, back), Duration.between(back, Instant.now()));
  }

  private static void print(Duration untilItFired, Duration untilItWasOver) throws IOException {
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(
        FIGURES,
        "%s fired %d s after Redis had gone, and was over %d s after it was started again%n"
            .formatted(ALERT, untilItFired.toSeconds(), untilItWasOver.toSeconds()));
  }

  private boolean hasExemplar() {
    stack.emulator().type(People.stranger(), "/start");
    return prometheus.exemplars("herald_ingest_ack_seconds_bucket") > 0;
  }
}
