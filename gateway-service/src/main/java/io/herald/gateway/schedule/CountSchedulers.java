package io.herald.gateway.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import reactor.core.publisher.Mono;

/**
 * Counts the schedulers that are up: Kafka knows who takes part in their group.
 *
 * <p>Kafka is gone: it is not known, and nothing else depends on it.
 */
final class CountSchedulers {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Admin admin;
  private final String group;

  CountSchedulers(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  /** How many; empty: Kafka does not tell. Never fails. */
  Mono<Optional<Integer>> count() {
    return Mono.fromCompletionStage(() -> description().toCompletionStage())
        .map(found -> Optional.of(found.members().size()))
        .timeout(PATIENCE)
        .onErrorReturn(GroupIdNotFoundException.class, Optional.of(0))
        .onErrorReturn(Optional.empty());
  }

  private KafkaFuture<ConsumerGroupDescription> description() {
    var options = new DescribeConsumerGroupsOptions().timeoutMs((int) PATIENCE.toMillis());
    return admin.describeConsumerGroups(List.of(group), options).describedGroups().get(group);
  }
}
