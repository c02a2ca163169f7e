package io.herald.runtime.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Asks Kafka how much the groups of this service have before them, also while nobody reads. Gauge
 * {@code herald.backlog.records}, tags {@code group} and {@code topic}: records above the committed
 * offsets, over all replicas, each of which tells the same. Alert when it grows for minutes. Kafka
 * gone: it is not a number until Kafka answers.
 */
public final class WatchBacklog implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WatchBacklog.class);
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  private record Key(String group, String topic) {}

  private final Map<Key, Double> sizes = new ConcurrentHashMap<>();
  private final Admin admin;
  private final MeterRegistry meters;
  private final Duration interval;
  private Disposable watching = Disposables.disposed();

  WatchBacklog(Admin admin, MeterRegistry meters) {
    this(admin, meters, INTERVAL);
  }

  WatchBacklog(Admin admin, MeterRegistry meters, Duration interval) {
    this.admin = admin;
    this.meters = meters;
    this.interval = interval;
  }

  /** From now on, that group's backlog on those topics is watched as well. */
  public void watch(String group, List<String> topics) {
    for (String topic : topics) {
      Key key = new Key(group, topic);
      if (sizes.put(key, Double.NaN) == null) {
        Gauge.builder("herald.backlog.records", () -> sizes.get(key))
            .tags("group", group, "topic", topic)
            .register(meters);
      }
    }
  }

  @Override
  public void start() {
    watching = Mono.defer(this::look).then(Mono.delay(interval)).repeat().subscribe();
  }

  private Mono<Void> look() {
    Map<String, List<String>> topics =
        sizes.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    Key::group, Collectors.mapping(Key::topic, Collectors.toList())));
    return Flux.fromIterable(topics.entrySet())
        .concatMap(group -> look(group.getKey(), group.getValue()))
        .then()
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Mono<Void> look(String group, List<String> topics) {
    return EnsureTopics.future(() -> admin.describeTopics(topics).allTopicNames())
        .map(described ->
            described.values().stream()
                .flatMap(topic ->
                    topic.partitions().stream()
                        .map(it -> new TopicPartition(topic.name(), it.partition())))
                .toList())
        .flatMap(partitions ->
            Mono.zip(
                offsets(partitions, OffsetSpec.earliest()),
                offsets(partitions, OffsetSpec.latest()),
                EnsureTopics.future(
                    () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())))
        .doOnNext(found ->
            topics.forEach(topic ->
                sizes.put(
                    new Key(group, topic),
                    size(topic, found.getT1(), found.getT2(), found.getT3()))))
        .doOnError(error -> unknown(group, topics, error))
        .onErrorComplete()
        .then();
  }

  private Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      List<TopicPartition> partitions, OffsetSpec spec) {
    var wanted = partitions.stream().collect(Collectors.toMap(it -> it, _ -> spec));
    return EnsureTopics.future(() -> admin.listOffsets(wanted).all());
  }

  // A group that has not committed yet begins at the beginning, as all of Herald's do.
  private static double size(
      String topic,
      Map<TopicPartition, ListOffsetsResultInfo> begins,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, OffsetAndMetadata> committed) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topic))
        .mapToLong(end -> {
          long begin = begins.get(end.getKey()).offset();
          OffsetAndMetadata done = committed.get(end.getKey());
          long from = done == null ? begin : Math.max(begin, done.offset());
          return Math.max(0, end.getValue().offset() - from);
        })
        .sum();
  }

  private void unknown(String group, List<String> topics, Throwable error) {
    log.debug("Kafka does not say how much waits for {}: {}", group, error.toString());
    topics.forEach(topic -> sizes.put(new Key(group, topic), Double.NaN));
  }

  @Override
  public void stop() {
    watching.dispose();
  }

  @Override
  public boolean isRunning() {
    return !watching.isDisposed();
  }
}
