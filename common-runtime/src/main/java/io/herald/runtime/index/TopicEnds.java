package io.herald.runtime.index;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/** Asks where topics end, from any replica. Kafka is gone: fails after its time-out. */
final class TopicEnds {

  private final Admin admin;
  private final List<String> topics;

  TopicEnds(Admin admin, List<String> topics) {
    this.admin = admin;
    this.topics = topics;
  }

  /** For each partition the offset that the next record will have. */
  Mono<Map<TopicPartition, Long>> now() {
    return Mono.defer(() -> future(admin.describeTopics(topics).allTopicNames()))
        .map(TopicEnds::partitions)
        .flatMap(latest -> future(admin.listOffsets(latest).all()))
        .map(TopicEnds::offsets);
  }

  private static Map<TopicPartition, OffsetSpec> partitions(Map<String, TopicDescription> topics) {
    return topics.values().stream()
        .flatMap(topic ->
            topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
  }

  private static Map<TopicPartition, Long> offsets(
      Map<TopicPartition, ListOffsetsResultInfo> ends) {
    return ends.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static <T> Mono<T> future(KafkaFuture<T> answer) {
    return Mono.fromCompletionStage(answer.toCompletionStage());
  }
}
