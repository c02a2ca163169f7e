package io.herald.bench.reply;

import io.herald.bench.emulator.Emulator;
import io.herald.bench.emulator.EmulatorControl;
import io.herald.bench.run.Backends;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Ports;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Broker, Redis, emulator and the services that make a reply out of a webhook, each as a process of
 * its own.
 */
final class ReplySystem implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final Workspace workspace;
  private final Emulator emulator;

  private ReplySystem(Workspace workspace, Emulator emulator) {
    this.workspace = workspace;
    this.emulator = emulator;
  }

  /** Starts it all and returns when the bot's webhook is registered. */
  static ReplySystem start() throws InterruptedException {
    Workspace workspace = Workspace.create();
    try {
      ReplySystem system = new ReplySystem(workspace, Emulator.start(workspace));
      system.startServices();
      return system;
    } catch (RuntimeException | InterruptedException e) {
      workspace.close();
      throw e;
    }
  }

  EmulatorControl emulator() {
    return emulator.control();
  }

  private void startServices() throws InterruptedException {
    Backends backends = Backends.start(workspace);
    emulator.awaitReady(START);
    emulator().neitherLimitsNorLatency();

    int gatewayPort = Ports.free();
    Map<String, String> environment = new HashMap<>(backends.environment());
    environment.put("TELEGRAM_BOT_TOKEN", "4200:BENCHbenchBENCHbench");
    environment.put("TELEGRAM_WEBHOOK_SECRET", "bench-secret-0123456789abcdef");
    environment.put("TELEGRAM_API_URL", emulator.url());
    environment.put("PUBLIC_BASE_URL", "http://127.0.0.1:" + gatewayPort);
    List<ServiceProcess> services =
        List.of(
            service("gateway-service", gatewayPort, environment),
            service("bot-service", 0, environment),
            service("notification-worker", 0, environment));
    Workspace.awaitReady(services, START);
    Waiting.until(
        "the gateway did not register its webhook at the emulator",
        START,
        emulator()::webhookRegistered);
  }

  private ServiceProcess service(String module, int port, Map<String, String> environment) {
    return workspace.start(
        ServiceProcess.of(ServiceSpec.of(module, port, workspace.folder()).with(environment)));
  }

  @Override
  public void close() {
    emulator.close();
    workspace.close();
  }
}
