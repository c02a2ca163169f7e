package io.herald.bench.reply;

import io.herald.bench.emulator.AwaitReplies;
import io.herald.bench.emulator.EmulatorControl;
import io.herald.bench.report.Latency;
import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import io.herald.bench.run.Waiting;
import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;

/** {@code bin/bench reply}. */
public final class ReplyBenchmark implements Benchmark {
  private static final long FIRST_USER = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GIVE_UP_AFTER = 5;

  @Override
  public String name() {
    return "reply";
  }

  @Override
  public String summary() {
    return "from a user's /start to the bot's answer, on an idle system";
  }

  @Override
  public String usage() {
    return ReplyOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    ReplyOptions options = ReplyOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    System.out.println("Starting broker, Redis, emulator and services …");
    ReplyResult result;
    try (ReplySystem system = ReplySystem.start()) {
      result = measure(system.emulator(), options, machine, at);
    }
    System.out.print(result.describe());
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return result.missing() == 0 ? 0 : 1;
  }

  private static ReplyResult measure(
      EmulatorControl emulator, ReplyOptions options, Machine machine, Instant at)
      throws IOException, InterruptedException {
    try (AwaitReplies replies = new AwaitReplies(emulator.events().body())) {
      System.out.printf("%d messages that are not counted …%n", options.warmup());
      converse(emulator, replies, FIRST_USER, options.warmup(), options);
      emulator.resetStats();
      System.out.printf("%d messages …%n", options.messages());
      double[] millis =
          converse(emulator, replies, FIRST_USER + options.warmup(), options.messages(), options);
      int missing = (int) DoubleStream.of(millis).filter(Double::isNaN).count();
      Latency outside = Latency.ofMillis(millis);
      return ReplyResult.of(
          at, machine, options, latency(emulator.replyLatency()), outside, missing);
    }
  }

  /** One user after the other writes and gets an answer; NaN stands for none. */
  private static double[] converse(
      EmulatorControl emulator,
      AwaitReplies replies,
      long firstUser,
      int count,
      ReplyOptions options)
      throws InterruptedException {
    double[] millis = new double[count];
    int missing = 0;
    for (int i = 0; i < count; i++) {
      CompletableFuture<Long> reply = replies.expect(firstUser + i);
      long start = System.nanoTime();
      emulator.write(firstUser + i, "/start");
      millis[i] = AwaitReplies.arrives(reply, PATIENCE) ? (reply.join() - start) / 1e6 : Double.NaN;
      missing += Double.isNaN(millis[i]) ? 1 : 0;
      if (missing > GIVE_UP_AFTER) {
        throw new ProcessFailure(
            missing + " messages got no reply within 10 s: the system does not work");
      }
      Waiting.pause(options.gap());
    }
    return millis;
  }

  private static Latency latency(JsonNode told) {
    return new Latency(
        told.path("count").asLong(0),
        told.path("p50").asDouble(Double.NaN),
        told.path("p90").asDouble(Double.NaN),
        told.path("p99").asDouble(Double.NaN),
        told.path("max").asDouble(Double.NaN));
  }
}
