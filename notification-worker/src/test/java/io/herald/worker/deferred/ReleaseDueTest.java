package io.herald.worker.deferred;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.trace.Traces;
import io.herald.worker.admission.Linked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import reactor.core.publisher.Mono;

class ReleaseDueTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Instant NIGHT = Instant.parse("2026-01-05T23:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-01-06T07:00:00Z");
  // What is due in the shared one is released by any worker that runs in this JVM.
  private static TestRedis redis;
  private static Linked linked;

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
        // The template gives its producer back after every record.
        @Override
        public void close(Duration timeout) {}
      };
  private final PublishRecord publish =
      new PublishRecord(new KafkaTemplate<>(new MockProducerFactory<>(() -> kafka)));
  private final DueIndex index = new DueIndex(linked.link());
  private final List<ConsumerRecord<byte[], byte[]>> topic = new ArrayList<>();
  private Instant now = NIGHT;

  @BeforeAll
  static void open() {
    redis = Backends.newRedis();
    linked = new Linked(redis);
  }

  @AfterAll
  static void close() {
    linked.close();
    redis.close();
  }

  @BeforeEach
  void empty() throws Exception {
    forget();
    complete();
    now = NIGHT.minus(DueIndex.SETTLING);
    release();
    now = NIGHT;
  }

  @Test
  void publishesWhatIsDueAndEndsItsWait() {
    defer("a", MORNING, 7);
    defer("b", MORNING.plusSeconds(60), null);
    now = MORNING.minusMillis(1);
    release();
    assertThat(kafka.history()).isEmpty();

    now = MORNING;
    release();

    ProducerRecord<byte[], byte[]> released = kafka.history().getFirst();
    ProducerRecord<byte[], byte[]> tombstone = kafka.history().getLast();
    assertThat(kafka.history()).hasSize(2);
    assertThat(released.topic()).isEqualTo(Topics.NOTIFICATIONS);
    assertThat(new String(released.key(), UTF_8)).isEqualTo("user:ann");
    assertThat(Json.read(released.value(), NotificationRequested.class).id()).isEqualTo("a");
    assertThat(released.headers().lastHeader(RecordHeaders.WAITED).value())
        .isEqualTo("7".getBytes(UTF_8));
    assertThat(tombstone.topic()).isEqualTo(Topics.DEFERRED);
    assertThat(new String(tombstone.key(), UTF_8))
        .isEqualTo("a|user:ann|" + MORNING.toEpochMilli());
    assertThat(tombstone.value()).isNull();
    release();
    assertThat(kafka.history()).hasSize(2);
  }

  @Test
  void publishesAWholeOneAsItCame() {
    defer("a", MORNING, null);
    now = MORNING;
    release();

    assertThat(kafka.history().getFirst().headers().lastHeader(RecordHeaders.WAITED)).isNull();
  }

  @Test
  void releasesManyAtOnceAndNoneTwice() {
    IntStream.range(0, 450).forEach(i -> defer("n" + i, MORNING, 1));
    now = MORNING;

    Mono.when(due().releaseAll(), due().releaseAll(), due().releaseAll()).block(SOON);

    assertThat(kafka.history().stream().filter(it -> it.topic().equals(Topics.NOTIFICATIONS)))
        .hasSize(450);
  }

  @Test
  void takesOverWhatAnotherLeftBehind() {
    defer("a", MORNING, 1);
    now = MORNING;
    index.claim(now, Duration.ofSeconds(30), 10).block(SOON);
    release();
    assertThat(kafka.history()).isEmpty();

    now = MORNING.plusSeconds(31);
    release();

    assertThat(kafka.history()).hasSize(2);
  }

  @Test
  void keepsWhatKafkaDoesNotTake() {
    defer("a", MORNING, 1);
    now = MORNING;
    kafka.sendException = new TimeoutException("away");
    assertThat(due().releaseAll().materialize().block(SOON).isOnError()).isTrue();
    kafka.sendException = null;

    now = MORNING.plusSeconds(31);
    release();

    assertThat(kafka.history()).hasSize(2);
  }

  @Test
  void givesNothingOutWhileItIsBuilt() throws Exception {
    defer("a", MORNING, 1);
    defer("b", MORNING, 1);
    topic.add(record(topic.getLast().key(), null, List.of()));
    forget();
    now = MORNING;

    index.apply(topic.subList(0, 2)).block(SOON);
    release();
    assertThat(kafka.history()).isEmpty();

    index.apply(topic).block(SOON);
    complete();
    release();
    now = MORNING.plus(DueIndex.SETTLING);
    release();

    assertThat(kafka.history()).hasSize(2);
    assertThat(Json.read(kafka.history().getFirst().value(), NotificationRequested.class).id())
        .isEqualTo("a");
  }

  /** Though its lease is lost with the index. */
  @Test
  void doesNotReleaseAgainWhatIsUnderWayWhenRedisForgets() throws Exception {
    defer("a", MORNING, 1);
    now = MORNING;
    DueIndex.Due underWay =
        index.claim(now, Duration.ofSeconds(30), 10).block(SOON).due().getFirst();
    forget();
    index.apply(topic).block(SOON);
    complete();
    release();
    now = MORNING.plus(DueIndex.SETTLING).minusMillis(1);
    release();

    index.remove(underWay.key()).block(SOON);
    now = MORNING.plus(DueIndex.SETTLING);
    release();

    assertThat(kafka.history()).isEmpty();
  }

  private void forget() throws Exception {
    linked.commands().flushall().toCompletableFuture().get();
  }

  /** As its reader notes it at the end of the topic. */
  private void complete() throws Exception {
    linked
        .commands()
        .hset(
            DueIndex.SPEC.key().getBytes(UTF_8),
            IndexSpec.COMPLETE.getBytes(UTF_8),
            "1".getBytes(UTF_8))
        .toCompletableFuture()
        .get();
  }

  private void release() {
    due().releaseAll().block(SOON);
  }

  private ReleaseDue due() {
    return new ReleaseDue(index, publish, () -> now);
  }

  /** Puts it on the topic, and from there into the index. */
  private void defer(String id, Instant due, Integer messages) {
    String json = "{\"id\":\"" + id + "\",\"to\":{\"user\":\"ann\"},\"text\":\"x\"}";
    var request = new ReadNotification().read(json.getBytes(UTF_8));
    new PublishDeferral(publish)
        .publish(new Deferral(request, due, messages), Traces.NOOP.begin("test"))
        .block(SOON);
    ProducerRecord<byte[], byte[]> published = kafka.history().getFirst();
    kafka.clear();
    topic.add(record(published.key(), published.value(), List.of(published.headers().toArray())));
    index.apply(List.of(topic.getLast())).block(SOON);
  }

  private ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value, List<Header> headers) {
    var all = new org.apache.kafka.common.header.internals.RecordHeaders(headers);
    return new ConsumerRecord<>(
        Topics.DEFERRED,
        0,
        topic.size(),
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        key,
        value,
        all,
        Optional.empty());
  }
}
