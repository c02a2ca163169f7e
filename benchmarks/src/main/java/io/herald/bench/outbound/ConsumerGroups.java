package io.herald.bench.outbound;

import io.herald.bench.run.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;

/** Who reads which partitions. */
final class ConsumerGroups {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ConsumerGroups() {}

  /**
   * Waits until no group is about to share its partitions anew, and one has a member with
   * partitions for each worker: a broadcast that begins amid a rebalance measures that.
   */
  static void awaitShared(String bootstrapServers, int workers) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Waiting.until(
          "the workers did not share their partitions",
          PATIENCE,
          () -> areShared(describe(admin), workers));
    }
  }

  private static Collection<ConsumerGroupDescription> describe(Admin admin)
      throws ExecutionException, InterruptedException {
    List<String> groups =
        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
            .map(GroupListing::groupId)
            .toList();
    return admin.describeConsumerGroups(groups).all().get().values();
  }

  private static boolean areShared(Collection<ConsumerGroupDescription> groups, int workers) {
    return groups.stream().allMatch(group -> group.groupState() == GroupState.STABLE)
        && groups.stream().anyMatch(group -> busyMembers(group) >= workers);
  }

  private static long busyMembers(ConsumerGroupDescription group) {
    return group.members().stream()
        .filter(member -> !member.assignment().topicPartitions().isEmpty())
        .count();
  }
}
