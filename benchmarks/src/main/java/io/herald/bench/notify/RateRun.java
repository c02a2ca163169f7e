package io.herald.bench.notify;

import io.herald.bench.load.CpuMeter;
import io.herald.bench.load.Load;
import io.herald.bench.load.LoadRun;
import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.TopicRecords;
import io.herald.bench.load.WarmUp;
import io.herald.bench.load.WrkResult;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Backends;
import io.herald.bench.run.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** The gateway and the bare endpoint side by side, loaded in turn. */
final class RateRun {

  private static final Duration START = Duration.ofSeconds(90);
  private static final String TOPIC = "herald.notifications";
  private static final String CHATS = "5000";
  private static final long FIRST_ID = 100_000_000L;
  // Far more than a run can use up, so that no two runs share an id.
  private static final long IDS_PER_RUN = 10_000_000L;

  private final NotifyOptions options;
  private final Workspace workspace;
  private final Backends backends;
  private final Server bare;
  private final Server gateway;
  private long acknowledged;
  private long connections;
  private int runs;

  private RateRun(NotifyOptions options, Workspace workspace) {
    this.options = options;
    this.workspace = workspace;
    this.backends = Backends.start(workspace);
    this.bare = workspace.start(Server.bare(workspace.folder()));
    this.gateway = workspace.start(Server.gateway(workspace.folder(), backends));
  }

  /** Runs it and prints how far it is. */
  static RateResult run(NotifyOptions options) throws ExecutionException, InterruptedException {
    try (Workspace workspace = Workspace.create()) {
      return new RateRun(options, workspace).run();
    }
  }

  private RateResult run() throws ExecutionException, InterruptedException {
    Workspace.awaitReady(List.of(bare, gateway), START);
    firstOne();
    long before = records();
    warmUp(bare, "bare endpoint");
    warmUp(gateway, "Herald");
    List<RateResult.Round> rounds = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      // In turns, so that none always follows the other.
      boolean bareFirst = round % 2 == 0;
      RateResult.Side first = measure(bareFirst ? bare : gateway);
      RateResult.Side second = measure(bareFirst ? gateway : bare);
      rounds.add(
          bareFirst ? new RateResult.Round(first, second) : new RateResult.Round(second, first));
      System.out.println(rounds.getLast().describe(round + 1));
    }
    return RateResult.of(
        rounds, new RecordCheck("Herald", TOPIC, acknowledged, connections, records() - before));
  }

  private void firstOne() throws InterruptedException {
    for (Server server : List.of(bare, gateway)) {
      try (PostNotification post = new PostNotification(server.url())) {
        post.to(1, "first");
      }
    }
  }

  private void warmUp(Server server, String name) {
    System.out.printf("warm-up  %-15s", name);
    WarmUp warmUp = new WarmUp(options.warmup());
    while (warmUp.goesOn()) {
      warmUp.add(load(server, warmUp.stepSeconds()).acknowledgedPerSecond());
      System.out.print(" " + TextTable.number(warmUp.steps().getLast(), 0));
    }
    System.out.println();
  }

  private RateResult.Side measure(Server server) {
    var meter = new CpuMeter(server, server == gateway ? Optional.of(backends) : Optional.empty());
    WrkResult result = load(server, options.seconds());
    return new RateResult.Side(result, meter.used());
  }

  private WrkResult load(Server server, int seconds) {
    List<String> arguments =
        List.of(Long.toString(FIRST_ID + runs++ * IDS_PER_RUN), "1", BenchCaller.KEY, CHATS);
    WrkResult result =
        LoadRun.of(
            workspace,
            new Load(
                "notifications.lua",
                1,
                NotifyOptions.CONNECTIONS,
                seconds,
                server.url(),
                arguments));
    if (server == gateway) {
      acknowledged += result.acknowledged();
      connections += NotifyOptions.CONNECTIONS;
    }
    return result;
  }

  private long records() throws ExecutionException, InterruptedException {
    try (TopicRecords topics = new TopicRecords(backends.kafka().bootstrapServers())) {
      return topics.count(TOPIC);
    }
  }
}
