package io.herald.system.stack;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.process.Installation;
import io.herald.local.process.Ports;
import io.herald.local.redis.EmbeddedRedis;
import io.herald.system.emulator.Emulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Broker, Redis, emulator and services, each a real process on a free port. They end with this JVM,
 * however it ends. Logs stay in {@link #logs()}; the data goes with the stack.
 */
public final class Stack implements AutoCloseable {

  // Worth its while where services start about a hundred times.
  private static final boolean STARTS_OFTEN = Boolean.getBoolean("herald.starts.often");

  private final Ground ground;
  private final Member gateway;
  private final Member bot;
  private final Member scheduler;
  private final Member worker;
  private final Member identity;

  private Stack(Ground ground) {
    this.ground = ground;
    int port = Ports.free();
    int identityPort = Ports.free();
    Map<String, String> people =
        Map.of(
            "HERALD_OIDC_ISSUER_URI",
            "http://localhost:" + identityPort,
            "HERALD_OIDC_CLIENT_ID",
            "herald",
            "HERALD_OIDC_CLIENT_SECRET",
            Secrets.OIDC);
    identity =
        new Member(
            ground
                .spec("demo-identity", identityPort)
                .with("PUBLIC_BASE_URL", "http://localhost:" + port)
                .with(people));
    gateway =
        new Member(
            ground
                .spec("gateway-service", port)
                .with(
                    Map.of(
                        "PUBLIC_BASE_URL",
                        "http://localhost:" + port,
                        "HERALD_API_KEYS",
                        Secrets.apiKeys(),
                        "HERALD_JWT_SECRET",
                        Secrets.JWT,
                        "HERALD_SOCKET",
                        socket().toString()))
                .with(people));
    // Tests ask faster than people; who tests the limit sets it.
    bot =
        new Member(
            ground
                .spec("bot-service", 0)
                .with("HERALD_COMMANDS_RATE", "1000/s")
                .with("HERALD_COMMANDS_BURST", "1000")
                .with("PUBLIC_BASE_URL", "http://localhost:" + port));
    scheduler =
        new Member(
            ground
                .spec("scheduler-service", 0)
                .with(
                    "HERALD_JOBS_FILE",
                    Installation.root()
                        .resolve("system-tests/src/test/resources/jobs/jobs.yaml")
                        .toString()));
    worker = new Member(ground.spec("notification-worker", 0).with(Pace.FREE.environment()));
  }

  /**
   * Starts a stack of which every part is ready; the emulator has no flood limits, and the worker
   * keeps none.
   *
   * @param name names its folder below {@code target/system}, which is emptied first
   */
  public static Stack start(String name) {
    Stack stack = new Stack(Ground.at(name));
    try {
      stack.start();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void start() {
    ground.start();
    if (STARTS_OFTEN) {
      services().forEach(Member::rehearse);
    }
    emulator().conditions().limit(Pace.FREE.limits());
    // As an operator starts them; whoever comes back later is the same jar unpacked.
    services().forEach(service -> service.startFrom(Installation.jar(service.name())));
    services().forEach(Member::awaitReady);
    Waiting.until("the webhook is registered", this::isRegistered);
  }

  private boolean isRegistered() {
    return emulator().bots().stream().anyMatch(known -> !known.webhookUrl().isEmpty());
  }

  /** What every service is told, apart from its port. */
  public Map<String, String> environment() {
    return ground.environment();
  }

  public BrokerProcess broker() {
    return ground.broker();
  }

  public EmbeddedRedis redis() {
    return ground.redis();
  }

  public Member gateway() {
    return gateway;
  }

  public Member bot() {
    return bot;
  }

  public Member scheduler() {
    return scheduler;
  }

  public Member worker() {
    return worker;
  }

  /** Where people log in to the page; whoever needs it starts it. */
  public Member identity() {
    return identity;
  }

  /** The services, in the direction of an update. */
  public List<Member> services() {
    return List.of(gateway, bot, scheduler, worker);
  }

  public Emulator emulator() {
    return ground.emulator();
  }

  /** The folder with one log for each process. */
  public Path logs() {
    return ground.logs();
  }

  /** Where jobs leave their files, a folder for each. */
  public Path jobs() {
    return ground.jobs();
  }

  /** The gateway's socket for local programs. */
  public Path socket() {
    return ground.logs().resolveSibling("herald.sock");
  }

  /** Ends every process the short way and removes the data; the logs stay. */
  @Override
  public void close() {
    services().forEach(Member::kill9);
    identity.kill9();
    ground.close();
  }
}
