package io.herald.runtime.history;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.message.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a notification, at its latest state.
 *
 * @param id id of the outbound message
 * @param part which part it is of what its recipient gets
 * @param bot name of the bot
 * @param chat the chat that it was last addressed to; empty: none was found
 * @param user the person it is for; absent: it was addressed to a chat
 * @param status how far it is
 * @param attempts calls to Telegram so far
 * @param latencyMs milliseconds from its making to this state
 * @param messageIds Telegram's ids of what was sent
 * @param errorClass one word for what went wrong; absent: nothing
 * @param error what went wrong, or why it waits or was not sent, in plain words; absent: nothing
 * @param downgrades what was given up so that the text arrives, in order
 * @param at since when it is in this state
 */
public record MessageView(
    String id,
    Part part,
    String bot,
    String chat,
    @Nullable String user,
    MessageState status,
    int attempts,
    long latencyMs,
    List<Long> messageIds,
    @Nullable String errorClass,
    @Nullable String error,
    List<String> downgrades,
    Instant at) {

  public MessageView {
    bot = bot == null ? "" : bot;
    chat = chat == null ? "" : chat;
    messageIds = messageIds == null ? List.of() : List.copyOf(messageIds);
    downgrades = downgrades == null ? List.of() : List.copyOf(downgrades);
  }

  static MessageView of(DeliveryEvent event) {
    return new MessageView(
        event.messageId(),
        event.part(),
        event.bot(),
        event.chat(),
        event.origin() == null ? null : event.origin().user(),
        MessageState.of(event),
        event.attempts(),
        event.latencyMs(),
        event.messageIds(),
        event.errorClass(),
        PlainWords.of(event.errorClass(), event.error()),
        event.downgrades(),
        event.at());
  }

  /** The state as one of many that it went through. */
  StateChange change() {
    return new StateChange(at, id, status, attempts, errorClass, error);
  }
}
