package io.herald.bench.emulator;

import io.herald.bench.run.Workspace;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The local Telegram as a process.
 *
 * @param control to drive and to ask it
 * @param url what a bot is told as the Bot API's address
 */
public record Emulator(ServiceProcess process, EmulatorControl control, String url)
    implements AutoCloseable {

  /** Starts it with its ordinary settings and does not wait for it. */
  public static Emulator start(Workspace workspace) {
    return start(workspace, spec -> spec);
  }

  /** Starts it with settings of one's own and does not wait for it. */
  public static Emulator start(Workspace workspace, UnaryOperator<ServiceSpec> settings) {
    ServiceSpec spec = ServiceSpec.of("telegram-emulator", 0, workspace.folder());
    ServiceProcess process = workspace.start(ServiceProcess.of(settings.apply(spec)));
    String url = "http://127.0.0.1:" + process.port();
    return new Emulator(process, new EmulatorControl(URI.create(url)), url);
  }

  public void awaitReady(Duration timeout) {
    process.awaitReady(timeout);
  }

  /** The process is the workspace's to end. */
  @Override
  public void close() {
    control.close();
  }
}
