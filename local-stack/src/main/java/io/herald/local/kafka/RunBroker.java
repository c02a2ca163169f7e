package io.herald.local.kafka;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The broker alone as a process: {@code java -cp local-stack.jar io.herald.local.kafka.RunBroker
 * --port 9092 --data DIR}. Ready when it prints its address; ends with exit code 0 on SIGTERM.
 */
public final class RunBroker {
  static final String READY_FILE = "ready";

  private RunBroker() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("logback.configurationFile", "io/herald/local/quiet-logback.xml");
    try {
      Arguments arguments = Arguments.parse(args, Set.of("--port", "--data"));
      run(arguments.port("--port", 9092), Path.of(arguments.value("--data", "data/kafka")));
    } catch (UsageError e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(int port, Path data) throws IOException {
    Path ready = data.resolve(READY_FILE);
    Files.createDirectories(data);
    Files.deleteIfExists(ready);
    EmbeddedKafka kafka = new EmbeddedKafka(port, data);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kafka), "stop-broker"));
    start(kafka);
    Files.createFile(ready);
    System.out.println("Kafka is ready at " + kafka.bootstrapServers());
  }

  /** A broker that failed halfway leaves threads behind that would keep this process alive. */
  private static void start(EmbeddedKafka kafka) {
    try {
      kafka.start();
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  /** A stop on request is a success, so the exit code is 0 and not that of the signal. */
  private static void stop(EmbeddedKafka kafka) {
    kafka.stop();
    Runtime.getRuntime().halt(0);
  }
}
