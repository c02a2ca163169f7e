package io.herald.bench.pacing;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.outbound.BenchMessage;
import io.herald.bench.outbound.WorkerSystem;
import io.herald.bench.run.LocalAnswer;
import io.herald.bench.run.Program;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Installation;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.Readiness;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A peer under {@code benchmarks/peers/node}: one process that is told the workload by {@code POST
 * /send}, sends it as its users would, and answers when nothing of it is under way.
 */
final class PeerSender implements Sender {
  private static final Duration START = Duration.ofSeconds(30);

  /** What the peer is told. */
  private record Task(List<Line> broadcast, List<Line> replies, long everyMillis) {}

  private record Line(String key, long chat, String text) {
    static List<Line> of(List<BenchMessage> messages) {
      return messages.stream()
          .map(message -> new Line(message.key(), message.chat(), message.text()))
          .toList();
    }
  }

  private static final class Node extends LocalProcess {
    Node(Launch launch) {
      super(launch);
    }
  }

  private final URI send;

  private PeerSender(URI send) {
    this.send = send;
  }

  static PeerSender start(Workspace workspace, Emulator emulator, Subject subject) {
    int port = Ports.free();
    URI address = URI.create("http://127.0.0.1:" + port + "/");
    Map<String, String> environment =
        Map.of(
            "SERVER_PORT",
            Integer.toString(port),
            "TELEGRAM_BOT_TOKEN",
            WorkerSystem.TOKEN,
            "TELEGRAM_API_URL",
            emulator.url(),
            "NODE_ENV",
            "production");
    Launch launch =
        new Launch(
            subject.key,
            List.of(
                Program.find("node"),
                Installation.root()
                    .resolve("benchmarks/peers/node/" + subject.key + ".js")
                    .toString()),
            environment,
            workspace.folder(),
            Readiness.http(address),
            Launch.DRAIN);
    Node node = workspace.start(new Node(launch));
    emulator.awaitReady(START);
    node.awaitReady(START);
    return new PeerSender(address.resolve("/send"));
  }

  @Override
  public Asked send(Workload workload) throws InterruptedException {
    Task task =
        new Task(
            Line.of(workload.broadcast()),
            Line.of(workload.replies()),
            workload.every().toMillis());
    return LocalAnswer.post(send, task, Asked.class);
  }

  /** The process is the workspace's to end. */
  @Override
  public void close() {}
}
