package io.herald.system.stack;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import io.herald.local.redis.EmbeddedRedis;
import io.herald.system.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Broker, Redis, emulator and services, each a real process on a free port. They end with this JVM,
 * however it ends. Logs stay in {@link #logs()}; the data goes with the stack.
 */
public final class Stack implements AutoCloseable {

  /** Where the logs of every stack are. */
  static final Path FOLDER = Path.of("target", "system").toAbsolutePath();

  private static final int HEAP_MEBIBYTES = 192;
  private static final int BROKER_HEAP_MEBIBYTES = 320;

  private final Path folder;
  private final BrokerProcess broker;
  private final EmbeddedRedis redis;
  private final ServiceProcess telegram;
  private final Member gateway;
  private final Member bot;
  private final Member worker;
  private final Emulator emulator;

  private Stack(Path folder) {
    this.folder = folder;
    broker = BrokerProcess.of(0, folder, quick(BROKER_HEAP_MEBIBYTES));
    redis = EmbeddedRedis.durable(0, folder);
    telegram = ServiceProcess.of(spec("telegram-emulator", Map.of()));
    emulator = new Emulator(telegram.url("/"));
    int port = Ports.free();
    gateway =
        new Member(
            spec("gateway-service", port, environment())
                .with("PUBLIC_BASE_URL", "http://localhost:" + port));
    bot = new Member(spec("bot-service", environment()));
    worker = new Member(spec("notification-worker", environment()));
  }

  /**
   * Starts a stack of which every part is ready, with the emulator's flood limits off.
   *
   * @param name names its folder below {@code target/system}, which is emptied first
   */
  public static Stack start(String name) {
    Path folder = FOLDER.resolve(name);
    delete(folder);
    Stack stack = new Stack(folder);
    try {
      stack.start();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void start() {
    Stream.of(broker, redis, telegram).forEach(LocalProcess::start);
    Stream.of(broker, redis, telegram).forEach(process -> process.awaitReady(Member.START));
    emulator.liftLimits();
    services().forEach(Member::start);
    services().forEach(Member::awaitReady);
    Waiting.until("the webhook is registered", this::isRegistered);
  }

  private boolean isRegistered() {
    return emulator.bots().stream().anyMatch(known -> !known.webhookUrl().isEmpty());
  }

  /** What every service is told, apart from its port. */
  public Map<String, String> environment() {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS",
        broker.bootstrapServers(),
        "REDIS_URL",
        redis.url(),
        "TELEGRAM_BOT_TOKEN",
        Secrets.TOKEN,
        "TELEGRAM_WEBHOOK_SECRET",
        Secrets.WEBHOOK,
        "TELEGRAM_API_URL",
        "http://localhost:" + telegram.port());
  }

  private ServiceSpec spec(String module, Map<String, String> environment) {
    return spec(module, 0, environment);
  }

  private ServiceSpec spec(String module, int port, Map<String, String> environment) {
    return ServiceSpec.of(module, port, folder).with(environment).jvmOptions(quick(HEAP_MEBIBYTES));
  }

  /** These processes live for a minute: the second compiler would cost them more than it gives. */
  static List<String> quick(int heapMebibytes) {
    List<String> options = new ArrayList<>(JavaCommand.small(heapMebibytes));
    options.add("-XX:TieredStopAtLevel=1");
    return options;
  }

  public BrokerProcess broker() {
    return broker;
  }

  public EmbeddedRedis redis() {
    return redis;
  }

  public Member gateway() {
    return gateway;
  }

  public Member bot() {
    return bot;
  }

  public Member worker() {
    return worker;
  }

  /** The services, in the direction of an update. */
  public List<Member> services() {
    return List.of(gateway, bot, worker);
  }

  public Emulator emulator() {
    return emulator;
  }

  /** The folder with one log for each process. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** Ends every process the short way and removes the data; the logs stay. */
  @Override
  public void close() {
    services().forEach(Member::kill9);
    for (LocalProcess process : List.of(telegram, redis, broker)) {
      process.kill9();
      process.close();
    }
    delete(folder.resolve(BrokerProcess.NAME));
    delete(redis.folder());
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
