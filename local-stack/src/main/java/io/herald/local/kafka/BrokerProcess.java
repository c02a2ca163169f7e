package io.herald.local.kafka;

import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The broker as a process of its own, which can be stopped, killed and started again on its port
 * with its data.
 */
public final class BrokerProcess extends LocalProcess {
  /** The name of its log and pid file. */
  public static final String NAME = "kafka";

  private static final int HEAP_MEBIBYTES = 256;

  private final int port;

  private BrokerProcess(int port, Path data, List<String> jvmOptions) {
    super(launch(port, data, jvmOptions));
    this.port = port;
  }

  /**
   * A broker that is not started yet, with a small heap.
   *
   * @param port 0 takes a free one, kept for every restart
   * @param data its records go to {@code <data>/kafka}, its log to {@code <data>/logs/kafka.log}
   */
  public static BrokerProcess of(int port, Path data) {
    return of(port, data, JavaCommand.small(HEAP_MEBIBYTES));
  }

  /** The same with all JVM options chosen by the caller. */
  public static BrokerProcess of(int port, Path data, List<String> jvmOptions) {
    return new BrokerProcess(Ports.orFree(port), data, jvmOptions);
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  private static Launch launch(int port, Path data, List<String> jvmOptions) {
    Path folder = data.toAbsolutePath().normalize().resolve(NAME);
    List<String> command =
        JavaCommand.of(
            jvmOptions,
            RunBroker.class.getName(),
            "--port",
            Integer.toString(port),
            "--data",
            folder.toString());
    // The class path of a test run can be longer than what a process list shows; the environment
    // keeps the command readable.
    Map<String, String> environment = Map.of("CLASSPATH", Installation.ownClassPath());
    return new Launch(NAME, command, environment, data, () -> isReady(port, folder), Launch.DRAIN);
  }

  /**
   * The broker writes the file when its start-up is over. It opens its port before that and removes
   * the file of an earlier run before it opens the port, so the order of the two questions matters.
   */
  private static boolean isReady(int port, Path folder) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return Files.exists(folder.resolve(RunBroker.READY_FILE));
    }
  }
}
