package io.herald.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Creates the peers' topics and counts what is in a topic. */
public final class TopicRecords implements AutoCloseable {
  private static final int PARTITIONS = 6;
  private static final short ONE_REPLICA = 1;

  private final Admin admin;

  /** Asks that broker. */
  public TopicRecords(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** Creates a topic of six partitions. */
  public void create(String topic) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, ONE_REPLICA))).all().get();
  }

  /**
   * Records that the topic ever took: the sum of its end offsets. Nothing here writes in
   * transactions or compacts.
   */
  public long count(String topic) throws ExecutionException, InterruptedException {
    return ends(topic).values().stream()
        .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
        .sum();
  }

  /** Whether that consumer group has committed everything that the topic ever took. */
  public boolean isDone(String group, String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends(topic).entrySet().stream()
        .allMatch(end -> end.getValue().offset() == offset(committed.get(end.getKey())));
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends(String topic)
      throws ExecutionException, InterruptedException {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Map<TopicPartition, OffsetSpec> ends =
        description.partitions().stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    return admin.listOffsets(ends).all().get();
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
