package io.herald.runtime.index;

import io.herald.runtime.log.NowAndThen;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Keeps an index up to date with its topics. How far it is lies in Redis beside it: when Redis has
 * forgotten, the topics are read again from their beginning. Of all replicas one reads at a time.
 *
 * <p>Kafka or Redis is gone: it waits and goes on where it was. That does not touch readiness: the
 * service can do what needs no index, and taking it away would not bring the index back.
 */
public final class KeepIndex implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(KeepIndex.class);
  private static final Duration BEFORE_NEXT = Duration.ofMillis(500);
  private static final Duration CATCHING_UP = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final int FIRST_FAILURES = 3;
  private static final Duration STOPPING = Duration.ofSeconds(8);

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final IndexSpec spec;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final TopicEnds ends;
  private final Bookmark bookmark;
  private final ApplyOrSkip applying;
  private final IndexMetrics metrics;
  private volatile CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean isRead;
  private boolean mine;
  private String lastBegun = "";
  private volatile @Nullable Thread thread;

  KeepIndex(
      IndexSpec spec,
      Supplier<Consumer<byte[], byte[]>> consumers,
      TopicEnds ends,
      Bookmark bookmark,
      ApplyOrSkip applying,
      IndexMetrics metrics) {
    this.spec = spec;
    this.consumers = consumers;
    this.ends = ends;
    this.bookmark = bookmark;
    this.applying = applying;
    this.metrics = metrics;
  }

  /**
   * Completes with whether everything that is on the topics when it is asked is in the index; waits
   * for that up to two seconds. Any replica may ask. Kafka or Redis is gone: false.
   */
  public Mono<Boolean> isComplete() {
    return ends.now().flatMap(this::reached).timeout(CATCHING_UP).onErrorReturn(false);
  }

  private Mono<Boolean> reached(Map<TopicPartition, Long> wanted) {
    return bookmark
        .look()
        .map(place -> covers(place, wanted))
        .filter(covered -> covered)
        .repeatWhenEmpty(looks -> looks.delayElements(BETWEEN_LOOKS));
  }

  private static boolean covers(Bookmark.Place place, Map<TopicPartition, Long> wanted) {
    return wanted.entrySet().stream().allMatch(end -> place.next(end.getKey()) >= end.getValue());
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("index-" + spec.name()).start(this::work);
  }

  private void work() {
    int failures = 0;
    while (!isStopping()) {
      try {
        Bookmark.Place place = ApplyOrSkip.await(bookmark.take());
        isRead = true;
        failures = 0;
        if (place == null) {
          mine = false;
          pause();
        } else {
          read(place);
        }
      } catch (RuntimeException e) {
        isRead = false;
        complain(e, ++failures);
        pause();
      }
    }
  }

  private void read(Bookmark.Place place) {
    if (!mine) {
      mine = true;
      log.info("Index {} is kept by this replica from now on", spec.name());
    }
    if (place.next().isEmpty() && !place.build().equals(lastBegun)) {
      lastBegun = place.build();
      log.info("Index {} is built from the beginning of {}", spec.name(), spec.topics());
      metrics.rebuilding();
    }
    try (ReadTopics reading =
        new ReadTopics(consumers.get(), spec, bookmark, applying, metrics, place)) {
      boolean goesOn = true;
      while (goesOn && !isStopping()) {
        goesOn = reading.turn();
      }
      if (goesOn) {
        ApplyOrSkip.await(bookmark.release());
      }
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      stopping.await(BEFORE_NEXT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  // At a start the first topics are only being made.
  private void complain(RuntimeException error, int failures) {
    if (failures > FIRST_FAILURES && complaints.isDue()) {
      log.warn("Index {} waits and goes on later: {}", spec.name(), text(error));
    }
  }

  private static String text(RuntimeException error) {
    return error.getClass().getSimpleName() + ": " + error.getMessage();
  }

  /** Finishes what was read, gives the lease to another replica, and ends. */
  @Override
  public void stop(Runnable stopped) {
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
        reading.join(STOPPING);
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

  /** Up while the index is kept, by this replica or another. */
  @Override
  public Health health() {
    return (isRead ? Health.up() : Health.down()).build();
  }
}
