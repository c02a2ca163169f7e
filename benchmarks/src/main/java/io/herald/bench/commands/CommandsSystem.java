package io.herald.bench.commands;

import io.herald.bench.load.CpuMeter;
import io.herald.bench.load.Load;
import io.herald.bench.load.LoadRun;
import io.herald.bench.load.TopicRecords;
import io.herald.bench.load.WrkResult;
import io.herald.bench.run.Backends;
import io.herald.bench.run.StoppedProcess;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Ports;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Broker, Redis, gateway and bot service, and the load that is put on them. */
final class CommandsSystem implements AutoCloseable {

  private static final String SECRET = "bench-secret-0123456789abcdef";
  private static final String REPLIES = "herald.outbound.interactive";
  private static final String UPDATES = "herald.updates";
  private static final String BOT = "herald-bot";
  private static final String CHATS = "5000";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration CATCHING_UP = Duration.ofSeconds(180);
  private static final long FIRST_ID = 100_000_000L;
  // Far more than a run can use up, so that no two runs share an id.
  private static final long IDS_PER_RUN = 10_000_000L;

  private final Workspace workspace;
  private final Backends backends;
  private final String url;
  private final ServiceProcess gateway;
  private final ServiceProcess bot;
  private final TopicRecords topics;
  private long acknowledged;
  private long connections;
  private int runs;

  private CommandsSystem(Workspace workspace) {
    this.workspace = workspace;
    this.backends = Backends.start(workspace);
    int port = Ports.free();
    this.url = "http://127.0.0.1:" + port + "/telegram/webhook/main";
    Map<String, String> environment = new HashMap<>(backends.environment());
    environment.put("TELEGRAM_BOT_TOKEN", "4200:BENCHbenchBENCHbench");
    environment.put("TELEGRAM_WEBHOOK_SECRET", SECRET);
    // Each chat sends far more than a person may.
    environment.put("HERALD_COMMANDS_RATE", "100000/s");
    this.gateway = service("gateway-service", port, environment);
    this.bot = service("bot-service", 0, environment);
    Workspace.awaitReady(List.of(gateway, bot), START);
    this.topics = new TopicRecords(backends.kafka().bootstrapServers());
  }

  /** Starts it all and returns when commands can be posted. */
  static CommandsSystem start() {
    Workspace workspace = Workspace.create();
    try {
      return new CommandsSystem(workspace);
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  private ServiceProcess service(String module, int port, Map<String, String> environment) {
    return workspace.start(
        ServiceProcess.of(ServiceSpec.of(module, port, workspace.folder()).with(environment)));
  }

  /** Ingestion alone: the bot service stands still, and afterwards does what has piled up. */
  Turn ingest(int seconds) throws ExecutionException, InterruptedException {
    var gatewayMeter = new CpuMeter(gateway, Optional.of(backends));
    Turn turn;
    try (var _ = StoppedProcess.stop(bot)) {
      WrkResult load = load(seconds);
      turn = Turn.ingested(load, gatewayMeter.used());
    }
    awaitReplies();
    awaitCommits();
    return turn;
  }

  /** The whole way: the load, and on until the last reply is in Kafka. */
  Turn answer(int seconds) throws ExecutionException, InterruptedException {
    var gatewayMeter = new CpuMeter(gateway, Optional.of(backends));
    var botMeter = new CpuMeter(bot, Optional.empty());
    long begin = System.nanoTime();
    WrkResult load = load(seconds);
    awaitReplies();
    double elapsed = (System.nanoTime() - begin) / 1e9;
    Turn turn = Turn.answered(load, elapsed, gatewayMeter.used(), botMeter.used().subject());
    awaitCommits();
    return turn;
  }

  private WrkResult load(int seconds) {
    List<String> arguments =
        List.of(Long.toString(FIRST_ID + runs++ * IDS_PER_RUN), "1", SECRET, CHATS, "commands");
    WrkResult result =
        LoadRun.of(
            workspace,
            new Load("updates.lua", 1, CommandsOptions.CONNECTIONS, seconds, url, arguments));
    acknowledged += result.acknowledged();
    connections += CommandsOptions.CONNECTIONS;
    return result;
  }

  // What was under way when a load ended may have been taken without having been acknowledged.
  private void awaitReplies() throws InterruptedException {
    Waiting.until("not every command was answered", CATCHING_UP, () -> replies() >= acknowledged);
  }

  // While it stands still the group goes on without the bot, which then answers anew, with the same
  // ids, what it had not committed.
  private void awaitCommits() throws InterruptedException {
    Waiting.until("not everything was committed", CATCHING_UP, () -> topics.isDone(BOT, UPDATES));
  }

  long acknowledged() {
    return acknowledged;
  }

  /** The most that could be under way when runs of the load ended. */
  long unanswered() {
    return connections;
  }

  long replies() throws ExecutionException, InterruptedException {
    return topics.count(REPLIES);
  }

  @Override
  public void close() {
    topics.close();
    workspace.close();
  }
}
