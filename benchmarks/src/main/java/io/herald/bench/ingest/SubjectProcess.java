package io.herald.bench.ingest;

import io.herald.bench.run.Backends;
import io.herald.bench.run.Program;
import io.herald.bench.run.SameOptions;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.Readiness;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A subject as a process. */
final class SubjectProcess extends LocalProcess {
  private static final Path HOME = Installation.root().resolve("benchmarks");

  private final int port;

  private SubjectProcess(Launch launch, int port) {
    super(launch);
    this.port = port;
  }

  /**
   * A subject that is not started yet, on a free port.
   *
   * @param backends needed by durable subjects
   */
  static SubjectProcess of(Subject subject, Path data, Optional<Backends> backends) {
    int port = Ports.free();
    Map<String, String> environment = new HashMap<>(BenchBot.environment());
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("NODE_ENV", "production");
    if (subject.durable()) {
      environment.putAll(backends.orElseThrow().environment());
      environment.put("BENCH_TOPIC", subject.topic());
    }
    Launch launch =
        new Launch(
            subject.key,
            command(subject),
            environment,
            data,
            readiness(subject, port),
            Launch.DRAIN);
    return new SubjectProcess(launch, port);
  }

  String url() {
    return "http://127.0.0.1:" + port + BenchBot.PATH;
  }

  private static List<String> command(Subject subject) {
    return switch (subject) {
      case BARE ->
          JavaCommand.of(
              SameOptions.ofEveryJvm(),
              "-cp",
              HOME.resolve("target/benchmarks.jar").toString(),
              "io.herald.bench.bare.BareEndpoint");
      case HERALD ->
          JavaCommand.of(
              SameOptions.ofEveryJvm(), "-jar", Installation.jar("gateway-service").toString());
      case GRAMMY_DURABLE, GRAMMY, TELEGRAF ->
          List.of(
              Program.find("node"), HOME.resolve("peers/node/" + subject.key + ".js").toString());
      case TELEGRAMBOTS ->
          JavaCommand.of(
              SameOptions.ofEveryJvm(),
              "-cp",
              HOME.resolve("peers/telegrambots/target/peer-telegrambots.jar")
                  + File.pathSeparator
                  + HOME.resolve("peers/telegrambots/target/lib/*"),
              "io.herald.bench.peer.TelegramBotsWebhook");
    };
  }

  private static Readiness readiness(Subject subject, int port) {
    if (subject == Subject.HERALD) {
      return Readiness.http(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return true;
      }
    };
  }
}
