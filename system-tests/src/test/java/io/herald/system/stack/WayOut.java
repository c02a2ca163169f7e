package io.herald.system.stack;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.redis.EmbeddedRedis;
import io.herald.system.emulator.Emulator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The way out alone: broker, Redis, emulator and as many workers and schedulers as are asked for,
 * each a real process on a free port. The workers reach the emulator through a {@link Gate}.
 */
public final class WayOut implements AutoCloseable {

  /** Calls to Telegram that a worker makes at once at most. */
  public static final int CALLS = 16;

  private final Ground ground;
  private final Gate gate;
  private final Pace pace;
  private final List<Member> workers = new CopyOnWriteArrayList<>();
  private final List<Member> schedulers = new CopyOnWriteArrayList<>();

  private WayOut(Ground ground, Pace pace) {
    this.ground = ground;
    this.gate = Gate.to(ground.telegramPort());
    this.pace = pace;
  }

  /**
   * Starts everything, with one worker, which is ready.
   *
   * @param name names its folder below {@code target/system}, which is emptied first
   * @param pace what the emulator enforces and the workers know
   */
  public static WayOut start(String name, Pace pace) {
    WayOut wayOut = new WayOut(Ground.at(name), pace);
    try {
      wayOut.ground.start();
      wayOut.emulator().know(Secrets.TOKEN);
      wayOut.emulator().conditions().limit(pace.limits());
      wayOut.addWorker().awaitReady();
      return wayOut;
    } catch (RuntimeException e) {
      wayOut.close();
      throw e;
    }
  }

  /** Starts one more worker and does not wait. */
  public Member addWorker() {
    Member worker =
        new Member(
            ground
                .spec("notification-worker", 0)
                .named("notification-worker-" + (workers.size() + 1))
                .with("TELEGRAM_API_URL", "http://localhost:" + gate.port())
                .with("HERALD_WORKER_LANES", String.valueOf(CALLS))
                .with(pace.environment()));
    workers.add(worker);
    worker.start();
    return worker;
  }

  /** A scheduler with these environment variables besides its own; it is not started. */
  public Member scheduler(int number, Map<String, String> environment) {
    Member scheduler =
        new Member(
            ground
                .spec("scheduler-service", 0)
                .named("scheduler-service-" + number)
                .with(environment));
    schedulers.add(scheduler);
    return scheduler;
  }

  /** Every worker that was ever started, the oldest first. */
  public List<Member> workers() {
    return workers;
  }

  /** The worker that was started first. */
  public Member worker() {
    return workers.getFirst();
  }

  /** What stands between the workers and the emulator. */
  public Gate gate() {
    return gate;
  }

  public BrokerProcess broker() {
    return ground.broker();
  }

  public EmbeddedRedis redis() {
    return ground.redis();
  }

  public Emulator emulator() {
    return ground.emulator();
  }

  @Override
  public void close() {
    schedulers.forEach(Member::kill9);
    workers.forEach(Member::kill9);
    gate.close();
    ground.close();
  }
}
