package io.herald.runtime.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.MalformedRecord;
import io.herald.runtime.log.NowAndThen;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * The last value of each key of a compacted topic, in memory, on every replica: asking costs
 * nothing and needs nobody. For topics that fit there many times over. A change is known everywhere
 * a few milliseconds after it is durable. Safe from any thread.
 *
 * <p>It is ready, and its health up, when it has read all that was there at the start. Kafka is
 * gone: it keeps what it has, stays ready, and goes on where it was. Made as a bean it is a part of
 * readiness: who is asked before it is ready does not know yet, and must not guess.
 */
public final class KeepTable<V> implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(KeepTable.class);
  private static final Duration BEFORE_NEXT = Duration.ofMillis(250);
  private static final int FIRST_FAILURES = 5;
  private static final Duration STOPPING = Duration.ofSeconds(8);

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> reached = new HashMap<>();
  private volatile CountDownLatch stopping = new CountDownLatch(1);
  private final String topic;
  private final Function<byte[], V> read;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private volatile boolean ready;
  private volatile @Nullable Thread thread;

  KeepTable(String topic, Function<byte[], V> read, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.topic = topic;
    this.read = read;
    this.consumers = consumers;
  }

  /** The value of that key; empty when there is none, or it is not known yet. */
  public Optional<V> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** All there is, in no order; a view that changes with it and can't be changed. */
  public Map<String, V> all() {
    return Collections.unmodifiableMap(values);
  }

  /** Whether all that was there at the start is known. Once it is, it stays so. */
  public boolean isReady() {
    return ready;
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("table-" + topic).start(this::work);
  }

  private void work() {
    int failures = 0;
    while (!isStopping()) {
      try (var follow = new FollowTopic(consumers.get(), topic, reached, this::take)) {
        while (!isStopping()) {
          caughtUp(follow.turn());
          failures = 0;
        }
      } catch (RuntimeException e) {
        complain(e, ++failures);
        pause();
      }
    }
  }

  private void caughtUp(boolean all) {
    if (all && !ready) {
      ready = true;
      log.info("Table {} is complete: {} entries", topic, values.size());
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String key = new String(record.key(), UTF_8);
    if (record.value() == null) {
      values.remove(key);
      return;
    }
    try {
      values.put(key, read.apply(record.value()));
    } catch (MalformedRecord e) {
      log.warn(
          "Table {} leaves out what it can't read at {}@{}: {}",
          topic,
          record.partition(),
          record.offset(),
          e.getMessage());
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
      log.warn("Table {} keeps what it has and goes on later: {}", topic, error.toString());
    }
  }

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

  /** Up once it is complete. */
  @Override
  public Health health() {
    return (ready ? Health.up() : Health.down()).build();
  }
}
