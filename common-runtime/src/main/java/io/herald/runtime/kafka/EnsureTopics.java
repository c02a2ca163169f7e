package io.herald.runtime.kafka;

import io.herald.model.topic.TopicSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Creates the topics that are missing. Several services may do so at once; one wins. */
final class EnsureTopics {

  private static final Logger log = LoggerFactory.getLogger(EnsureTopics.class);

  private final Admin admin;
  private final TopicSettings settings;
  private final List<TopicSpec> topics;
  // Found missing once, and not seen to be led since.
  private final Set<String> unled = ConcurrentHashMap.newKeySet();

  EnsureTopics(Admin admin, TopicSettings settings, List<TopicSpec> topics) {
    this.admin = admin;
    this.settings = settings;
    this.topics = topics;
  }

  /**
   * Completes when every topic exists and those that were missing take records: a broker calls a
   * topic created before the leaders of its partitions know of it, and refuses records until then.
   * Fails when Kafka can't be reached or refuses.
   */
  Mono<Void> ensure() {
    return future(() -> admin.listTopics().names())
        .flatMap(this::createMissing)
        .then(Mono.defer(this::led));
  }

  private Mono<Void> createMissing(Collection<String> existing) {
    List<NewTopic> missing =
        topics.stream().filter(t -> !existing.contains(t.name())).map(this::newTopic).toList();
    if (missing.isEmpty()) {
      return Mono.empty();
    }
    missing.forEach(topic -> unled.add(topic.name()));
    return Flux.fromIterable(admin.createTopics(missing).values().entrySet())
        .concatMap(entry -> created(entry.getKey(), entry.getValue()))
        .then();
  }

  // Only the leader of a partition tells its offsets; the client asks on until it does.
  private Mono<Void> led() {
    if (unled.isEmpty()) {
      return Mono.empty();
    }
    Set<String> names = Set.copyOf(unled);
    return future(() -> admin.describeTopics(names).allTopicNames())
        // A broker may say for a moment that it does not know what was created through another.
        .retryWhen(
            Retry.fixedDelay(40, Duration.ofMillis(50))
                .filter(UnknownTopicOrPartitionException.class::isInstance)
                .onRetryExhaustedThrow((_, signal) -> signal.failure()))
        .flatMap(made -> future(() -> admin.listOffsets(ends(made.values())).all()))
        .doOnSuccess(_ -> unled.removeAll(names))
        .then();
  }

  private static Map<TopicPartition, OffsetSpec> ends(Collection<TopicDescription> topics) {
    return topics.stream()
        .flatMap(topic ->
            topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
  }

  private Mono<Void> created(String topic, KafkaFuture<Void> creation) {
    return future(() -> creation)
        .doOnSuccess(_ -> log.info("Created topic {}: {} partitions", topic, settings.partitions()))
        .onErrorResume(TopicExistsException.class, _ -> Mono.empty());
  }

  private NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), settings.partitions(), settings.replicas())
        .configs(configs(topic));
  }

  private static Map<String, String> configs(TopicSpec topic) {
    Map<String, String> configs = new HashMap<>();
    configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, text(TopicSpec.MAX_RECORD_BYTES));
    if (topic.isCompacted()) {
      configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    } else {
      configs.put(TopicConfig.RETENTION_MS_CONFIG, text(topic.retention().toMillis()));
    }
    if (topic.untouched().isPositive()) {
      configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, text(topic.untouched().toMillis()));
    }
    return configs;
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  static <T> Mono<T> future(java.util.function.Supplier<KafkaFuture<T>> call) {
    return Mono.fromFuture(() -> call.get().toCompletionStage().toCompletableFuture());
  }
}
