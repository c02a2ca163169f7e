package io.herald.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.local.observe.PrometheusProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.ProcessFailure;
import io.herald.local.redis.EmbeddedRedis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {
  @TempDir Path data;

  @Test
  void startsAPartAgainThatEndedOnItsOwn() throws Exception {
    CompletableFuture<String> again = new CompletableFuture<>();
    Screen screen = new Screen(new Listening("redis is ready again", again), false);
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        EmbeddedRedis redis = EmbeddedRedis.durable(0, data)) {
      Stack stack = new Stack(List.of(supervised(redis, clock, screen)), screen);
      stack.start();

      redis.kill9();

      assertThat(again.get(30, TimeUnit.SECONDS))
          .contains("redis ended on its own (exit code 137); it starts again in 1 s");
      assertThat(redis.isReady()).isTrue();
      stack.stop();
      assertThat(redis.isAlive()).isFalse();
    }
  }

  @Test
  void aTakenPortIsToldBeforeAnythingStarts() throws Exception {
    Screen screen =
        new Screen(
            new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8), false);
    try (ServerSocket taken = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress());
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        EmbeddedRedis redis = EmbeddedRedis.durable(taken.getLocalPort(), data)) {
      Stack stack = new Stack(List.of(supervised(redis, clock, screen)), screen);
      assertThatExceptionOfType(ProcessFailure.class)
          .isThrownBy(stack::start)
          .withMessage(
              "Port %d (redis) is in use: stop what listens there, or move everything with"
                  + " --port-offset 100",
              taken.getLocalPort());
      assertThat(redis.isAlive()).isFalse();
    }
  }

  @Test
  void whoOnlyWatchesKeepsNothingFromStarting() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    Screen screen = new Screen(new Listening("starts again in 1 s", told), false);
    Path broken = data.resolve("prometheus-that-ends");
    Files.writeString(broken, "#!/bin/sh\necho no such setting\nexit 3\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
    var pace = new PrometheusProcess.Pace(Duration.ofSeconds(5), Duration.ofSeconds(5));
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        EmbeddedRedis redis = EmbeddedRedis.durable(0, data);
        PrometheusProcess prometheus =
            PrometheusProcess.of(broken, 0, data, Map.of("bot", 1), pace)) {
      Part part = new Part("prometheus", prometheus.port(), Part.Kind.OBSERVER, 0, "metrics");
      Stack stack =
          new Stack(
              List.of(
                  supervised(redis, clock, screen),
                  new Supervised(part, prometheus, clock, screen)),
              screen);
      stack.start();

      assertThat(redis.isReady()).isTrue();
      assertThat(told.get(30, TimeUnit.SECONDS))
          .contains("prometheus stopped while starting (exit code 3)", "  | no such setting");
      stack.stop();
    }
  }

  @Test
  void waitsLongerFromTimeToTimeAndForgetsAfterACalmMinute() {
    Backoff backoff = new Backoff();
    Duration soon = Duration.ofSeconds(3);
    assertThat(List.of(1, 2, 4, 8, 16, 30, 30))
        .allSatisfy(seconds -> assertThat(backoff.after(soon)).hasSeconds(seconds));
    assertThat(backoff.after(Duration.ofSeconds(60))).hasSeconds(1);
    assertThat(backoff.after(soon)).hasSeconds(2);
  }

  @Test
  void oneStackHoldsTheDataFolder() throws Exception {
    try (DataFolder _ = DataFolder.take(data)) {
      assertThatExceptionOfType(ProcessFailure.class)
          .isThrownBy(() -> DataFolder.take(data))
          .withMessageStartingWith("Herald runs already with the data in " + data);
    }
    DataFolder.take(data).close();
  }

  @Test
  void theWebhookSecretIsKeptAndItsOwnersOnly() throws Exception {
    try (DataFolder folder = DataFolder.take(data)) {
      String secret = folder.secrets().webhook();
      assertThat(secret).matches("[0-9a-f]{48}").isEqualTo(folder.secrets().webhook());
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("webhook-secret"))))
          .isEqualTo("rw-------");
      Files.writeString(data.resolve("webhook-secret"), "");
      assertThatExceptionOfType(ProcessFailure.class).isThrownBy(folder::secrets);
    }
  }

  private static Supervised supervised(
      EmbeddedRedis redis, ScheduledExecutorService clock, Screen screen) {
    Part part = new Part("redis", redis.port(), Part.Kind.BACKEND, 0, "Redis");
    return new Supervised(part, redis, clock, screen);
  }

  /** Completes with everything printed so far once a text was printed. */
  private static final class Listening extends PrintStream {
    private final StringBuilder printed = new StringBuilder();
    private final String text;
    private final CompletableFuture<String> heard;

    Listening(String text, CompletableFuture<String> heard) {
      super(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
      this.text = text;
      this.heard = heard;
    }

    @Override
    public void println(String line) {
      printed.append(line).append('\n');
      if (line.contains(text)) {
        heard.complete(printed.toString());
      }
    }
  }
}
