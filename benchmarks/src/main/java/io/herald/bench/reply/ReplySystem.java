package io.herald.bench.reply;

import io.herald.bench.run.Backends;
import io.herald.bench.run.Workspace;
import io.herald.local.process.Ports;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Broker, Redis, emulator and the services that make a reply out of a webhook, each as a process of
 * its own.
 */
final class ReplySystem implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration ASK_EVERY = Duration.ofMillis(100);

  private final Workspace workspace = Workspace.create();
  private final EmulatorControl emulator;

  private ReplySystem(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  /** Starts it all and returns when the bot's webhook is registered. */
  static ReplySystem start() throws InterruptedException {
    int emulatorPort = Ports.free();
    String emulatorUrl = "http://127.0.0.1:" + emulatorPort;
    ReplySystem system = new ReplySystem(new EmulatorControl(URI.create(emulatorUrl)));
    try {
      system.start(emulatorPort, emulatorUrl);
      return system;
    } catch (RuntimeException | InterruptedException e) {
      system.close();
      throw e;
    }
  }

  EmulatorControl emulator() {
    return emulator;
  }

  private void start(int emulatorPort, String emulatorUrl) throws InterruptedException {
    ServiceProcess api =
        workspace.start(
            ServiceProcess.of(
                ServiceSpec.of("telegram-emulator", emulatorPort, workspace.folder())));
    Backends backends = Backends.start(workspace);
    api.awaitReady(START);
    emulator.neitherLimitsNorLatency();

    int gatewayPort = Ports.free();
    Map<String, String> environment = new HashMap<>(backends.environment());
    environment.put("TELEGRAM_BOT_TOKEN", "4200:BENCHbenchBENCHbench");
    environment.put("TELEGRAM_WEBHOOK_SECRET", "bench-secret-0123456789abcdef");
    environment.put("TELEGRAM_API_URL", emulatorUrl);
    environment.put("PUBLIC_BASE_URL", "http://127.0.0.1:" + gatewayPort);
    List<ServiceProcess> services =
        List.of(
            service("gateway-service", gatewayPort, environment),
            service("bot-service", 0, environment),
            service("notification-worker", 0, environment));
    Workspace.awaitReady(services, START);
    awaitWebhook();
  }

  private ServiceProcess service(String module, int port, Map<String, String> environment) {
    return workspace.start(
        ServiceProcess.of(ServiceSpec.of(module, port, workspace.folder()).with(environment)));
  }

  private void awaitWebhook() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!emulator.webhookRegistered()) {
      if (System.nanoTime() > deadline) {
        throw new ProcessFailure("the gateway did not register its webhook at the emulator");
      }
      pause(ASK_EVERY);
    }
  }

  /** Lets time pass. */
  static void pause(Duration time) {
    new CompletableFuture<Void>()
        .completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS)
        .join();
  }

  @Override
  public void close() {
    emulator.close();
    workspace.close();
  }
}
