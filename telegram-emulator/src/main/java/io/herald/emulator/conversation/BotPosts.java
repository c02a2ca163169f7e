package io.herald.emulator.conversation;

import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Media;
import io.herald.emulator.chat.Message;
import io.herald.emulator.formatting.FormattedText;
import io.herald.emulator.update.Bot;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a bot puts into chats, after all checks. */
public final class BotPosts {
  private final Clock clock;
  private final Conversations conversations;
  private final Witness witness;

  /**
   * A message to be sent.
   *
   * @param replyTo 0 if it answers none
   * @param thread 0 if it is in no topic
   */
  public record Draft(
      String method,
      long chat,
      FormattedText content,
      @Nullable Media media,
      @Nullable JsonNode markup,
      int replyTo,
      int thread) {}

  public BotPosts(Clock clock, Conversations conversations, Witness witness) {
    this.clock = clock;
    this.conversations = conversations;
    this.witness = witness;
  }

  public Message send(Bot bot, Draft draft) {
    long nowMs = clock.millis();
    int id = conversations.nextMessageId(bot.id(), draft.chat());
    Message message =
        new Message(
            bot.id(),
            draft.chat(),
            id,
            true,
            bot.id(),
            nowMs,
            0,
            0,
            draft.content(),
            draft.media(),
            draft.markup(),
            draft.replyTo(),
            draft.thread());
    conversations.add(message);
    witness.sent(message, draft.method(), nowMs);
    return message;
  }

  /** Edits in one step; the change may refuse by throwing. Null if the message is gone. */
  public @Nullable Message edit(
      Bot bot, long chat, int id, String method, UnaryOperator<Message> change) {
    Message edited = conversations.change(bot.id(), chat, id, change);
    if (edited != null) {
      witness.edited(edited, method, clock.millis());
    }
    return edited;
  }

  public @Nullable Message find(Bot bot, long chat, int id) {
    return conversations.get(bot.id(), chat, id);
  }

  /** Whether there was something to delete. */
  public boolean delete(Bot bot, long chat, int id) {
    Message deleted = conversations.remove(bot.id(), chat, id);
    if (deleted != null) {
      witness.deleted(deleted, "deleteMessage", clock.millis());
    }
    return deleted != null;
  }
}
