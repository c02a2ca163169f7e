package io.herald.bench.outbound;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.run.Backends;
import io.herald.bench.run.Workspace;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Broker, Redis and workers, each a process of its own, that send to an emulator. */
public final class WorkerSystem implements AutoCloseable {
  /** Made up, and never told to Telegram. */
  public static final String TOKEN = "4200:BENCHbenchBENCHbench";

  private static final Duration START = Duration.ofSeconds(90);

  private final Backends backends;
  private final List<ServiceProcess> workers;
  private final PublishMessages publish;

  private WorkerSystem(Backends backends, List<ServiceProcess> workers) {
    this.backends = backends;
    this.workers = workers;
    this.publish = new PublishMessages(backends.kafka().bootstrapServers());
  }

  /**
   * Starts them and returns when every worker is ready and has its share of the partitions.
   *
   * @param workspace ends the processes
   * @param count of workers
   * @param settings changes to what is ordinary
   */
  public static WorkerSystem start(
      Workspace workspace, Emulator emulator, int count, UnaryOperator<ServiceSpec> settings)
      throws InterruptedException {
    Backends backends = Backends.start(workspace);
    emulator.awaitReady(START);
    Map<String, String> environment = new HashMap<>(backends.environment());
    environment.put("TELEGRAM_BOT_TOKEN", TOKEN);
    environment.put("TELEGRAM_API_URL", emulator.url());
    List<ServiceProcess> workers =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> worker(workspace, number, environment, settings))
            .toList();
    Workspace.awaitReady(workers, START);
    ConsumerGroups.awaitShared(backends.kafka().bootstrapServers(), count);
    return new WorkerSystem(backends, workers);
  }

  private static ServiceProcess worker(
      Workspace workspace,
      int number,
      Map<String, String> environment,
      UnaryOperator<ServiceSpec> settings) {
    ServiceSpec spec =
        ServiceSpec.of("notification-worker", 0, workspace.folder())
            .named("notification-worker-" + number)
            .with(environment);
    return workspace.start(ServiceProcess.of(settings.apply(spec)));
  }

  public Backends backends() {
    return backends;
  }

  /** The first worker. */
  public ServiceProcess worker() {
    return workers.getFirst();
  }

  public PublishMessages publish() {
    return publish;
  }

  /** The processes are the workspace's to end. */
  @Override
  public void close() {
    publish.close();
  }
}
