package io.herald.emulator.conversation;

import io.herald.emulator.chat.ConversationKey;
import io.herald.emulator.journal.Unanswered;
import org.jspecify.annotations.Nullable;

/** Is told of every message that a bot sends. */
public interface ReplyListener {

  /**
   * A bot's message arrived in a chat.
   *
   * @param question what it answers, null if nothing waited
   * @param latencyMs since that question, negative without one
   */
  void replied(
      ConversationKey key,
      String text,
      Unanswered.@Nullable Question question,
      double latencyMs,
      long nowMs);
}
