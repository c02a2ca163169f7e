package io.herald.worker.deadletter;

import io.herald.model.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads dead letters, each time with a consumer of its own on a thread that may block. Kafka gone:
 * fails with a Kafka exception after some seconds. Too many readers at once: fails at once.
 */
final class ReadLetters implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  // What one reader may hold in memory follows from the fetch sizes below.
  private static final int AT_ONCE = 2;
  private static final int WAITING = 16;

  private final Scheduler readers =
      Schedulers.newBoundedElastic(AT_ONCE, WAITING, "dead-letters", 60, true);
  private final Map<String, Object> properties;

  /**
   * Reads with these settings.
   *
   * @param consumerProperties how Kafka is reached; what matters here is set here
   */
  ReadLetters(Map<String, Object> consumerProperties) {
    properties = new HashMap<>(consumerProperties);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    // What is wanted lies there; a fetch that waits at the topic's end only holds up the next.
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
  }

  /** The newest ones that the filter means. */
  Mono<LetterPage> list(LetterFilter filter) {
    return read(topic -> ListLetters.list(topic, filter));
  }

  /**
   * What is taken from these letters, as far as they are there; by partition, in the order of their
   * offsets.
   */
  <T> Mono<List<T>> find(
      Collection<LetterId> ids, Function<ConsumerRecord<byte[], byte[]>, T> take) {
    return read(topic -> topic.find(ids, take));
  }

  private <T> Mono<T> read(Function<LetterTopic, T> reading) {
    return Mono.fromCallable(
            () -> {
              try (LetterTopic topic = open()) {
                return reading.apply(topic);
              }
            })
        .subscribeOn(readers);
  }

  private LetterTopic open() {
    var bytes = new ByteArrayDeserializer();
    return new LetterTopic(
        new KafkaConsumer<>(properties, bytes, bytes),
        Topics.DEAD_LETTERS,
        PATIENCE,
        System::nanoTime);
  }

  @Override
  public void close() {
    readers.dispose();
  }
}
