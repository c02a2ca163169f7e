package io.herald.system.stack;

import io.herald.local.Unpacked;
import io.herald.local.kafka.BrokerProcess;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import io.herald.local.redis.EmbeddedRedis;
import io.herald.system.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What services stand on: broker, Redis and emulator, each a real process on a free port. */
final class Ground implements AutoCloseable {

  /** Where the logs of every stack are. */
  static final Path FOLDER = Path.of("target", "system").toAbsolutePath();

  /** The built jars as {@code bin/run} starts them: with half of the processor time. */
  static final Unpacked UNPACKED = Unpacked.in(FOLDER);

  private static final int HEAP_MEBIBYTES = 192;
  private static final int BROKER_HEAP_MEBIBYTES = 320;
  // A backlog of 100,000 updates waits there, and the newest 120,000 messages are kept.
  private static final int TELEGRAM_HEAP_MEBIBYTES = 640;

  private final Path folder;
  private final BrokerProcess broker;
  private final EmbeddedRedis redis;
  private final ServiceProcess telegram;
  private final Emulator emulator;

  private Ground(Path folder) {
    this.folder = folder;
    broker = BrokerProcess.of(0, folder, JavaCommand.shortLived(BROKER_HEAP_MEBIBYTES));
    redis = EmbeddedRedis.durable(0, folder);
    telegram =
        ServiceProcess.of(
            plain("telegram-emulator", 0)
                .jvmOptions(JavaCommand.shortLived(TELEGRAM_HEAP_MEBIBYTES)));
    emulator = new Emulator(telegram.url("/"));
  }

  /** Not started yet, in the folder of that name below {@code target/system}, emptied first. */
  static Ground at(String name) {
    Path folder = FOLDER.resolve(name);
    delete(folder);
    return new Ground(folder);
  }

  void start() {
    List<LocalProcess> all = List.of(broker, redis, telegram);
    all.forEach(LocalProcess::start);
    all.forEach(process -> process.awaitReady(Member.START));
  }

  /** What every service is told, apart from its port. */
  Map<String, String> environment() {
    String telegramUrl = "http://localhost:" + telegram.port();
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
        telegramUrl,
        "HERALD_TELEGRAM_LINK_URL",
        telegramUrl + "/t.me",
        "HERALD_SIGNING_SECRET",
        Secrets.SIGNING,
        "HERALD_JOBS_FOLDER",
        jobs().toString());
  }

  /** A service on this ground; port 0 takes a free one. */
  ServiceSpec spec(String module, int port) {
    return plain(module, port).with(environment());
  }

  private ServiceSpec plain(String module, int port) {
    return ServiceSpec.of(module, port, folder)
        .from(UNPACKED.jar(module))
        .jvmOptions(JavaCommand.shortLived(HEAP_MEBIBYTES));
  }

  BrokerProcess broker() {
    return broker;
  }

  EmbeddedRedis redis() {
    return redis;
  }

  /** Where the emulator listens. */
  int telegramPort() {
    return telegram.port();
  }

  Emulator emulator() {
    return emulator;
  }

  /** Where jobs leave their files. */
  Path jobs() {
    return folder.resolve("jobs");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** Ends every process the short way and removes the data; the logs stay. */
  @Override
  public void close() {
    for (LocalProcess process : List.of(telegram, redis, broker)) {
      process.kill9();
      process.close();
    }
    delete(folder.resolve(BrokerProcess.NAME));
    delete(redis.folder());
    delete(jobs());
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
