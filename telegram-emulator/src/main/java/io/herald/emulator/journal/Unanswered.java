package io.herald.emulator.journal;

import io.herald.emulator.chat.ConversationKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What users said and bots have not answered yet, per conversation. */
public final class Unanswered {
  private static final int MOST_PER_CHAT = 10_000;

  /**
   * A user's message or pressed button.
   *
   * @param nanos when it was made, by {@link System#nanoTime}
   * @param run number of the bulk run, or 0
   */
  public record Question(int messageId, long nanos, long run) {}

  private final Map<ConversationKey, Deque<Question>> questions = new ConcurrentHashMap<>();

  public void ask(ConversationKey key, Question question) {
    questions.compute(
        key,
        (same, waiting) -> {
          Deque<Question> queue = waiting == null ? new ArrayDeque<>(2) : waiting;
          if (queue.size() == MOST_PER_CHAT) {
            queue.removeFirst();
          }
          queue.addLast(question);
          return queue;
        });
  }

  /** The question that a message answers: the one it names, else the oldest; null if none waits. */
  public @Nullable Question answer(ConversationKey key, int replyTo) {
    Question[] answered = new Question[1];
    questions.computeIfPresent(
        key,
        (same, waiting) -> {
          answered[0] = replyTo == 0 ? waiting.pollFirst() : take(waiting, replyTo);
          return waiting.isEmpty() ? null : waiting;
        });
    return answered[0];
  }

  private static @Nullable Question take(Deque<Question> waiting, int messageId) {
    for (Iterator<Question> each = waiting.iterator(); each.hasNext(); ) {
      Question question = each.next();
      if (question.messageId == messageId) {
        each.remove();
        return question;
      }
    }
    return null;
  }

  public void clear() {
    questions.clear();
  }
}
