package io.herald.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.BesideOthers;
import io.herald.model.json.MalformedRecord;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.RunningRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@BesideOthers
class ConsumeInOrderTest {

  private static final int LANES = 8;
  private static final Duration SOON = Duration.ofMinutes(1);

  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final List<ConsumeInOrder> consumers = new ArrayList<>();
  private TestTopic topic;

  @BeforeEach
  void open() throws Exception {
    topic = TestTopic.of(1);
  }

  @AfterEach
  void stopAll() {
    consumers.forEach(ConsumeInOrder::stop);
  }

  @Test
  void keepsTheOrderOfEachKey() {
    int keys = 10;
    int each = 30;
    IntStream.range(0, keys * each)
        .forEach(i -> topic.publish("key" + i % keys, "key" + i % keys + ':' + i / keys));
    Map<String, List<String>> byKey = new ConcurrentHashMap<>();
    consume(received ->
        Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(4)))
            .doOnNext(_ ->
                byKey
                    .computeIfAbsent(key(received), _ -> new CopyOnWriteArrayList<>())
                    .add(text(received)))
            .then(done(received)));

    awaitHandled(keys * each);

    byKey.forEach((key, values) ->
        assertThat(values)
            .isEqualTo(IntStream.range(0, each).mapToObj(i -> key + ':' + i).toList()));
  }

  @Test
  void goesOnWithOtherKeysWhileOneWaits() {
    List<String> keys = keysOfDifferentLanes(3);
    topic.publish(keys.get(0), "waits");
    topic.publish(keys.get(0), "waits behind it");
    topic.publish(keys.get(1), "second");
    topic.publish(keys.get(2), "third");

    consume(received -> text(received).equals("waits") ? Mono.never() : done(received));

    await().atMost(SOON).until(() -> handled.containsAll(List.of("second", "third")));
    assertThat(handled).doesNotContain("waits behind it");
  }

  @Test
  void leavesExactlyTheUnfinishedRestToTheNext() {
    IntStream.range(0, 20).forEach(i -> topic.publish("key", "record " + i));
    ConsumeInOrder first =
        consume(received -> text(received).equals("record 8") ? Mono.never() : done(received));
    awaitHandled(8);
    first.stop();
    handled.clear();

    consume(this::done);

    awaitHandled(12);
    assertThat(handled).isEqualTo(IntStream.range(8, 20).mapToObj(i -> "record " + i).toList());
  }

  @Test
  void commitsNothingBeyondWhatIsUnfinished() throws Exception {
    List<String> keys = keysOfDifferentLanes(2);
    topic.publish(keys.get(1), "finished below");
    topic.publish(keys.get(0), "unfinished");
    topic.publish(keys.get(1), "finished above");
    ConsumeInOrder consumer =
        consume(received -> text(received).equals("unfinished") ? Mono.never() : done(received));
    awaitHandled(2);

    await().atMost(SOON).until(() -> topic.committed(group()) == 1);
    consumer.stop();

    assertThat(topic.committed(group())).isEqualTo(1);
  }

  @Test
  void letsWhatIsInFlightFinishBeforeItEnds() {
    topic.publish("key", "in flight");
    topic.publish("key", "not begun");
    Sinks.Empty<Void> finish = Sinks.empty();
    AtomicInteger begun = new AtomicInteger();
    ConsumeInOrder consumer =
        consume(received -> {
          begun.incrementAndGet();
          return finish.asMono().then(done(received));
        });
    await().atMost(SOON).until(() -> begun.get() == 1);
    AtomicBoolean ended = new AtomicBoolean();

    consumer.stop(() -> ended.set(true));
    await().during(Duration.ofMillis(200)).until(() -> !ended.get());
    finish.tryEmitEmpty();

    await().atMost(SOON).untilTrue(ended);
    assertThat(handled).startsWith("in flight");
    await().atMost(SOON).until(() -> topic.committed(group()) == handled.size());
  }

  @Test
  void putsPoisonAsideAndFlowsOn() {
    var poison = new ProducerRecord<>(topic.name(), "key".getBytes(UTF_8), new byte[] {0, -1, 'x'});
    poison.headers().add("bot", "main".getBytes(UTF_8));
    TestTopic.publish(poison);
    topic.publish("key", "sound");

    consume(received ->
        text(received).equals("sound")
            ? done(received)
            : Mono.error(new MalformedRecord("not an update", null)));

    awaitHandled(1);
    assertThat(deadLetters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.key()).isEqualTo("key".getBytes(UTF_8));
          assertThat(letter.value()).containsExactly(0, -1, 'x');
          assertThat(header(letter, "bot")).isEqualTo("main");
          assertThat(header(letter, RecordHeaders.REASON)).isEqualTo("malformed");
          assertThat(header(letter, RecordHeaders.ERROR)).contains("not an update");
          assertThat(header(letter, RecordHeaders.ATTEMPTS)).isEqualTo("1");
        });
    await().atMost(SOON).until(() -> topic.committed(group()) == 2);
    assertThat(
            RunningRuntime.shared()
                .part(MeterRegistry.class)
                .counter(DeadLetters.METRIC, "topic", topic.name(), "reason", "malformed")
                .count())
        .isEqualTo(1);
  }

  @Test
  void triesAgainUntilItWorksAndHoldsTheOrder() {
    topic.publish("key", "first");
    topic.publish("key", "second");
    AtomicInteger attempts = new AtomicInteger();

    consume(received -> {
      if (text(received).equals("first") && attempts.incrementAndGet() < 3) {
        // Both ways to fail.
        if (attempts.get() == 1) {
          throw new IllegalStateException("Kafka is away");
        }
        return Mono.error(new IllegalStateException("Kafka is away"));
      }
      return done(received);
    });

    awaitHandled(2);
    assertThat(attempts).hasValue(3);
    assertThat(handled).containsExactly("first", "second");
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void handlesRecordsWithoutKeyOrValue() {
    TestTopic.publish(new ProducerRecord<>(topic.name(), null, null));

    consume(received -> {
      assertThat(received.value()).isEmpty();
      assertThat(received.header("none")).isEmpty();
      return done(received);
    });

    awaitHandled(1);
  }

  @Test
  void putsAsideWhatFailsTimeAfterTimeAndFlowsOn() {
    topic.publish("key", "hidden words");
    topic.publish("key", "sound");

    consume(received ->
        text(received).equals("sound")
            ? done(received)
            : Mono.error(new IllegalStateException("quotes " + text(received))));

    awaitHandled(1);
    assertThat(deadLetters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(header(letter, RecordHeaders.REASON)).isEqualTo("unexpected");
          assertThat(header(letter, RecordHeaders.ERROR)).doesNotContain("hidden");
          assertThat(header(letter, RecordHeaders.ATTEMPTS)).isEqualTo("6");
        });
  }

  @Test
  void takesAHeaderWithoutAValueForNone() {
    var odd = new ProducerRecord<>(topic.name(), "key".getBytes(UTF_8), "odd".getBytes(UTF_8));
    odd.headers().add(RecordHeaders.TRACEPARENT, null).add(RecordHeaders.BOT, null);
    TestTopic.publish(odd);

    consume(received -> {
      assertThat(received.header(RecordHeaders.BOT)).isEmpty();
      return done(received);
    });

    awaitHandled(1);
  }

  private ConsumeInOrder consume(RecordHandler handler) {
    var spec =
        new ConsumerSpec(
            group(), List.of(topic.name()), LANES, "test.handle", Duration.ofSeconds(5));
    ConsumeInOrder consumer = RunningRuntime.shared().part(Consumers.class).inOrder(spec, handler);
    consumers.add(consumer);
    consumer.start();
    return consumer;
  }

  private Mono<Void> done(Received received) {
    return Mono.fromRunnable(() -> handled.add(text(received)));
  }

  private void awaitHandled(int records) {
    await().atMost(SOON).until(() -> handled.size() >= records);
    assertThat(handled).hasSize(records);
  }

  private String group() {
    return "group-" + topic.name();
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return TestTopic.all(Topics.DEAD_LETTERS).stream()
        .filter(letter -> header(letter, RecordHeaders.SOURCE_TOPIC).equals(topic.name()))
        .toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static String text(Received received) {
    return new String(received.value(), UTF_8);
  }

  private static String key(Received received) {
    return new String(received.record().key(), UTF_8);
  }

  private static List<String> keysOfDifferentLanes(int count) {
    List<String> keys = new ArrayList<>();
    List<Integer> lanes = new ArrayList<>();
    for (int i = 0; keys.size() < count; i++) {
      int lane = Math.floorMod(Arrays.hashCode(("key" + i).getBytes(UTF_8)), LANES);
      if (!lanes.contains(lane)) {
        lanes.add(lane);
        keys.add("key" + i);
      }
    }
    return keys;
  }
}
