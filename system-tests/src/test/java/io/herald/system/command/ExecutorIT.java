package io.herald.system.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.ChatMessage;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The executor of jobs dies, or has more to do than it may. */
@SystemTest
@Tag("prove")
class ExecutorIT {

  private final Stack stack;
  private final JobChat chat;

  ExecutorIT(Stack stack) {
    this.stack = stack;
    this.chat = new JobChat(stack);
  }

  @Test
  void aKilledExecutorBeginsAgainOrTellsThatItFailed() {
    ChatMessage again = chat.say("/download https://slow.example/again");
    ChatMessage failed = chat.say("/download https://endless.example/two");
    chat.awaitWords(again, "Part ");
    String job = JobChat.job(chat.awaitWords(failed, "half of nothing"));

    stack.scheduler().kill9();
    stack.scheduler().start();

    assertThat(chat.awaitWords(again, "A tune").words()).doesNotContain("failed");
    chat.awaitWords(failed, "failed");
    assertThat(JobProcesses.of(job)).isEmpty();
    assertThat(chat.replies()).hasSize(2);
  }

  @Test
  void aFullQueueIsSaid() {
    stack.scheduler().restartWith(Map.of("HERALD_JOBS_RUNNING", "1", "HERALD_JOBS_QUEUE", "2"));
    List<ChatMessage> all = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        all.add(chat.say("/download https://endless.example/full-" + i));
        if (i == 0) {
          chat.awaitWords(all.getFirst(), "half of nothing");
        }
      }

      chat.awaitWords(all.get(1), "next in line");
      chat.awaitWords(all.get(2), "number 2 in line");
      chat.awaitWords(all.get(3), "failed");

      chat.press(chat.now(all.get(0)), "Cancel");
      chat.awaitWords(all.get(1), "half of nothing");
    } finally {
      all.forEach(message -> chat.say("/cancel " + JobChat.job(chat.now(message))));
      all.subList(0, 3).forEach(message -> chat.awaitWords(message, "Cancelled"));
      stack.scheduler().restartWith(Map.of());
    }
  }
}
