package io.herald.bench.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bench.outbound.BenchMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  @Test
  void mixesGroupsAndChatsTheSameWayForEverySubject() {
    Workload workload = workload("--seed=7");

    assertThat(workload.broadcast()).hasSize(900).isEqualTo(workload("--seed=7").broadcast());
    assertThat(workload.broadcast()).isNotEqualTo(workload("--seed=8").broadcast());
    assertThat(chats(workload.broadcast().subList(0, 300)))
        .anyMatch(chat -> chat < 0)
        .anyMatch(chat -> chat > 0);
    assertThat(workload.all().map(BenchMessage::key)).doesNotHaveDuplicates();
  }

  @Test
  void repliesToChatsThatGetNothingElse() {
    Workload workload = workload();

    assertThat(chats(workload.replies()))
        .hasSize(60)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(chats(workload.broadcast()));
    assertThat(chats(Workload.warmUp().broadcast()))
        .doesNotContainAnyElementsOf(chats(workload.broadcast()));
  }

  private static List<Long> chats(List<BenchMessage> messages) {
    return messages.stream().map(BenchMessage::chat).toList();
  }

  private static Workload workload(String... options) {
    return Workload.of(PacingOptions.parse(options));
  }
}
