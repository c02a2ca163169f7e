package io.herald.bench.notify;

import io.herald.bench.run.Backends;
import io.herald.bench.run.SameOptions;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.Readiness;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A subject as a process. */
final class Server extends LocalProcess {

  private final int port;

  private Server(Launch launch, int port) {
    super(launch);
    this.port = port;
  }

  /** The endpoint that only reads, on a free port. */
  static Server bare(Path data) {
    int port = Ports.free();
    Path jar = Installation.root().resolve("benchmarks/target/benchmarks.jar");
    List<String> command =
        JavaCommand.of(
            SameOptions.ofEveryJvm(), "-cp", jar.toString(), "io.herald.bench.bare.BareEndpoint");
    return new Server(
        new Launch(
            "bare", command, environment(port, Map.of()), data, () -> accepts(port), Launch.DRAIN),
        port);
  }

  /** The gateway as it is, on a free port. */
  static Server gateway(Path data, Backends backends) {
    int port = Ports.free();
    List<String> command =
        JavaCommand.of(
            SameOptions.ofEveryJvm(), "-jar", Installation.jar("gateway-service").toString());
    Map<String, String> environment = new HashMap<>(BenchCaller.environment());
    environment.putAll(backends.environment());
    URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    return new Server(
        new Launch(
            "gateway-service",
            command,
            environment(port, environment),
            data,
            Readiness.http(readiness),
            Launch.DRAIN),
        port);
  }

  String url() {
    return "http://127.0.0.1:" + port + BenchCaller.PATH;
  }

  private static Map<String, String> environment(int port, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    return all;
  }

  private static boolean accepts(int port) throws java.io.IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    }
  }
}
