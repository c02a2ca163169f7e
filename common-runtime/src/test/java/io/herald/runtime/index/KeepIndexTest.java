package io.herald.runtime.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestRedis;
import io.herald.model.json.MalformedRecord;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.kafka.TestTopic;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

@BesideOthers
class KeepIndexTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private static TestRedis redis;
  private static RunningRuntime runtime;

  private final List<KeepIndex> replicas = new ArrayList<>();
  private TestTopic topic;
  private IndexSpec spec;

  @BeforeAll
  static void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
  }

  @AfterAll
  static void end() {
    runtime.close();
    redis.close();
  }

  @BeforeEach
  void open() throws Exception {
    topic = TestTopic.of(3);
    spec = new IndexSpec("test-" + UUID.randomUUID(), List.of(topic.name()));
  }

  @AfterEach
  void stopAll() {
    replicas.forEach(KeepIndex::stop);
  }

  @Test
  void holdsWhatWasPublishedAMomentAgo() {
    KeepIndex index = replica(this::note);
    publish(0, 20);

    assertThat(index.isComplete().block(SOON)).isTrue();

    assertThat(noted()).hasSize(20).containsEntry("key7", "value7");
    assertThat(index.health().getStatus()).isEqualTo(Status.UP);
    publish(20, 21);
    assertThat(index.isComplete().block(SOON)).isTrue();
    assertThat(noted()).hasSize(21);
  }

  @Test
  void isReadAgainFromTheBeginningWhenRedisLostIt() {
    KeepIndex index = replica(this::note);
    publish(0, 20);
    assertThat(index.isComplete().block(SOON)).isTrue();

    redis.flush();

    assertThat(index.isComplete().block(SOON)).isTrue();
    assertThat(noted()).hasSize(20);
    assertThat(count("rebuilds")).isEqualTo(2);
  }

  @Test
  void losesNothingWhenRedisForgetsInTheMiddleOfABatch() {
    publish(0, 20);
    AtomicBoolean forgets = new AtomicBoolean(true);

    KeepIndex index =
        replica(records ->
            note(records)
                .doOnSuccess(_ -> {
                  if (forgets.getAndSet(false)) {
                    redis.flush();
                  }
                }));

    await().atMost(SOON).untilFalse(forgets);
    await().atMost(SOON).until(() -> noted().size() == 20);
    assertThat(index.isComplete().block(SOON)).isTrue();
  }

  @Test
  void skipsWhatCantBeReadAndGoesOn() {
    publish(0, 10);
    topic.publish("key", "poison");
    topic.publish("key", "more poison");
    publish(10, 20);

    KeepIndex index =
        replica(records -> {
          if (records.stream().anyMatch(record -> text(record.value()).endsWith("poison"))) {
            throw new MalformedRecord("not a value", null);
          }
          return note(records);
        });

    assertThat(index.isComplete().block(SOON)).isTrue();
    assertThat(noted()).hasSize(20);
    assertThat(count("skipped")).isEqualTo(2);
    assertThat(count("records")).isEqualTo(20);
  }

  @Test
  void bringsRecordsAgainThatRedisDidNotTake() {
    AtomicInteger refusals = new AtomicInteger(3);
    publish(0, 5);

    KeepIndex index =
        replica(records ->
            refusals.getAndDecrement() > 0
                ? Mono.error(new RedisException("away"))
                : note(records));

    await().atMost(SOON).until(() -> noted().size() == 5);
    assertThat(index.isComplete().block(SOON)).isTrue();
    assertThat(count("skipped")).isZero();
  }

  @Test
  void oneReplicaReadsAndTheOtherGoesOnWhenItEnds() {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger second = new AtomicInteger();
    KeepIndex one = replica(counting(first));
    publish(0, 10);
    assertThat(one.isComplete().block(SOON)).isTrue();
    KeepIndex other = replica(counting(second));

    publish(10, 20);
    assertThat(other.isComplete().block(SOON)).isTrue();
    assertThat(second).hasValue(0);
    one.stop();
    publish(20, 30);

    await().atMost(Duration.ofMinutes(1)).until(() -> noted().size() == 30);
    assertThat(first).hasValue(20);
    assertThat(second).hasValue(10);
  }

  @Test
  void takesOverFromAReaderThatWasKilled() throws Exception {
    byte[] lease = (spec.key() + ":lease").getBytes(UTF_8);
    AtomicInteger read = new AtomicInteger();
    KeepIndex index = replica(counting(read));
    publish(0, 1);
    assertThat(index.isComplete().block(SOON)).isTrue();

    // As if another had taken it while this process stood still, and was killed then.
    // Longer than a busy machine takes for what comes before it ends.
    commands().psetex(lease, 3 * Bookmark.LEASE.toMillis(), "killed".getBytes(UTF_8)).get();
    await().atMost(SOON).until(() -> lag() == 0);
    publish(1, 10);
    await().during(Duration.ofSeconds(1)).until(() -> noted().size() <= 10 && read.get() <= 10);
    assertThat(text(commands().get(lease).get())).isEqualTo("killed");

    await().atMost(Duration.ofMinutes(1)).until(() -> noted().size() == 10);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !"killed".equals(text(commands().get(lease).get())));
  }

  @Test
  void noticesPartitionsThatAreAdded() throws Exception {
    KeepIndex index = replica(this::note);
    publish(0, 5);
    assertThat(index.isComplete().block(SOON)).isTrue();

    TestTopic.admin()
        .createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(6)))
        .all()
        .get();
    // A producer that is new knows the new partitions.
    try (var producer =
        new KafkaProducer<byte[], byte[]>(
            Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      await().atMost(SOON).until(() -> producer.partitionsFor(topic.name()).size() == 6);
      producer.send(new ProducerRecord<>(topic.name(), 5, bytes("added"), bytes("here"))).get();
    }

    await().atMost(Duration.ofMinutes(1)).until(() -> noted().containsKey("added"));
    assertThat(index.isComplete().block(SOON)).isTrue();
  }

  @Test
  void isNotCompleteWhileNobodyReads() {
    publish(0, 1);
    KeepIndex index = runtime.part(Indexes.class).keep(spec, this::note);

    assertThat(index.isComplete().block(SOON)).isFalse();
    assertThat(index.health().getStatus()).isEqualTo(Status.DOWN);
  }

  private KeepIndex replica(ApplyRecords applying) {
    KeepIndex index = runtime.part(Indexes.class).keep(spec, applying);
    replicas.add(index);
    index.start();
    return index;
  }

  private ApplyRecords counting(AtomicInteger read) {
    return records -> note(records).doOnSuccess(_ -> read.addAndGet(records.size()));
  }

  private Mono<Void> note(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<byte[], byte[]> fields = new HashMap<>();
    records.forEach(record -> fields.put(record.key(), record.value()));
    return runtime.part(RedisLink.class).ask(commands -> commands.hset(notes(), fields)).then();
  }

  private void publish(int from, int to) {
    IntStream.range(from, to).forEach(i -> topic.publish("key" + i, "value" + i));
  }

  private Map<String, String> noted() {
    Map<String, String> noted = new HashMap<>();
    runtime
        .part(RedisLink.class)
        .ask(commands -> commands.hgetall(notes()))
        .blockOptional(SOON)
        .orElseThrow()
        .forEach((key, value) -> noted.put(text(key), text(value)));
    return noted;
  }

  private byte[] notes() {
    return ("notes:" + spec.name()).getBytes(UTF_8);
  }

  private double count(String what) {
    MeterRegistry meters = runtime.part(MeterRegistry.class);
    return meters.counter("herald.index." + what, "index", spec.name()).count();
  }

  private double lag() {
    MeterRegistry meters = runtime.part(MeterRegistry.class);
    return meters.get("herald.index.lag").tag("index", spec.name()).gauge().value();
  }

  private static RedisClusterAsyncCommands<byte[], byte[]> commands() {
    return runtime.part(RedisLink.class).commands().orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
