package io.herald.local.process;

import java.net.URI;

/**
 * A service of the built tree as a real process: ready when {@code /actuator/health/readiness}
 * answers 200, stopped by SIGTERM.
 *
 * <pre>{@code
 * try (ServiceProcess bot = ServiceProcess.start(ServiceSpec.of("bot-service", 0, data).with(environment))) {
 *   bot.awaitReady(Duration.ofSeconds(30));
 *   bot.kill9();
 *   bot.restart(Duration.ofSeconds(30));
 * }
 * }</pre>
 */
public final class ServiceProcess extends LocalProcess {
  private final int port;

  private ServiceProcess(ServiceSpec spec) {
    super(spec.launch());
    this.port = spec.port();
  }

  /** A service that is not started yet. */
  public static ServiceProcess of(ServiceSpec spec) {
    return new ServiceProcess(spec);
  }

  /**
   * Starts a service and does not wait for it.
   *
   * @throws ProcessFailure when the system cannot start it
   */
  public static ServiceProcess start(ServiceSpec spec) {
    ServiceProcess service = of(spec);
    service.start();
    return service;
  }

  public int port() {
    return port;
  }

  /** An address at this service, for example {@code url("/actuator/prometheus")}. */
  public URI url(String path) {
    return url(port, path);
  }

  static URI url(int port, String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
