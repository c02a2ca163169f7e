package io.herald.worker.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Starts and ends the thread that reads, and joins the group anew when Kafka threw it out. */
final class Intake implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final Duration BEFORE_NEXT = Duration.ofSeconds(1);

  private final Supplier<PollLanes> pollLanes;
  private final Membership membership;
  private volatile CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread thread;

  Intake(Supplier<PollLanes> pollLanes, Membership membership) {
    this.pollLanes = pollLanes;
    this.membership = membership;
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("lanes").start(this::read);
  }

  private void read() {
    do {
      try {
        pollLanes.get().run(() -> stopping.getCount() == 0);
      } catch (RuntimeException e) {
        log.warn("Reading failed, joining anew: {}", e.toString());
      }
    } while (!isStopping());
  }

  private boolean isStopping() {
    try {
      return stopping.await(BEFORE_NEXT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Takes nothing new, lets what is under way finish, commits, and leaves the group. */
  @Override
  public void stop(Runnable stopped) {
    stopping.countDown();
    Thread.ofVirtual()
        .start(() -> {
          stop();
          stopped.run();
        });
  }

  @Override
  public void stop() {
    stopping.countDown();
    Thread reading = thread;
    if (reading != null) {
      try {
        reading.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    Thread reading = thread;
    return reading != null && reading.isAlive();
  }

  /** Up while this worker has its partitions. */
  @Override
  public Health health() {
    return (membership.isMember() ? Health.up() : Health.down()).build();
  }
}
