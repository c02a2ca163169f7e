package io.herald.bench.notify;

import io.herald.bench.emulator.AwaitReplies;
import io.herald.bench.emulator.Emulator;
import io.herald.bench.report.Latency;
import io.herald.bench.run.Backends;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Broker, Redis, emulator, gateway and worker, and one notification after the other. */
final class LatencyRun implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GIVE_UP_AFTER = 5;
  private static final long FIRST_CHAT = 1_000_000;

  private final NotifyOptions options;
  private final Workspace workspace;
  private final Emulator emulator;

  private LatencyRun(NotifyOptions options, Workspace workspace) {
    this.options = options;
    this.workspace = workspace;
    this.emulator = Emulator.start(workspace);
  }

  /** Runs it and prints how far it is. */
  static LatencyResult run(NotifyOptions options) throws IOException, InterruptedException {
    System.out.println("Starting broker, Redis, emulator, gateway and worker …");
    try (Workspace workspace = Workspace.create();
        LatencyRun run = new LatencyRun(options, workspace)) {
      return run.measure(run.startGateway());
    }
  }

  private String startGateway() {
    Backends backends = Backends.start(workspace);
    emulator.awaitReady(START);
    Map<String, String> environment = new HashMap<>(backends.environment());
    environment.putAll(BenchCaller.environment());
    environment.put("TELEGRAM_API_URL", emulator.url());
    ServiceProcess gateway = service("gateway-service", environment);
    ServiceProcess worker = service("notification-worker", environment);
    Workspace.awaitReady(List.of(gateway, worker), START);
    return gateway.url(BenchCaller.PATH).toString();
  }

  private ServiceProcess service(String module, Map<String, String> environment) {
    return workspace.start(
        ServiceProcess.of(ServiceSpec.of(module, 0, workspace.folder()).with(environment)));
  }

  private LatencyResult measure(String url) throws IOException, InterruptedException {
    int warmup = options.messages() / 2;
    emulator.control().neitherLimitsNorLatency();
    emulator.control().addUsers(FIRST_CHAT, warmup + options.messages());
    try (PostNotification post = new PostNotification(url);
        AwaitReplies sent = new AwaitReplies(emulator.control().events().body())) {
      System.out.printf("%d notifications that are not counted …%n", warmup);
      send(post, sent, FIRST_CHAT, warmup);
      System.out.printf("%d notifications …%n", options.messages());
      return send(post, sent, FIRST_CHAT + warmup, options.messages());
    }
  }

  /** One after the other, each to a chat of its own. */
  private LatencyResult send(PostNotification post, AwaitReplies sent, long firstChat, int count)
      throws InterruptedException {
    double[] answered = new double[count];
    double[] arrived = new double[count];
    Arrays.fill(arrived, Double.NaN);
    int missing = 0;
    for (int i = 0; i < count; i++) {
      CompletableFuture<Long> message = sent.expect(firstChat + i);
      long start = System.nanoTime();
      post.to(firstChat + i, "latency-" + (firstChat + i));
      answered[i] = (System.nanoTime() - start) / 1e6;
      if (AwaitReplies.arrives(message, PATIENCE)) {
        arrived[i] = (message.join() - start) / 1e6;
      } else if (++missing > GIVE_UP_AFTER) {
        throw new ProcessFailure(missing + " notifications did not arrive within 10 s");
      }
      Waiting.pause(options.gap());
    }
    return new LatencyResult(Latency.ofMillis(answered), Latency.ofMillis(arrived), missing);
  }

  @Override
  public void close() {
    emulator.close();
  }
}
