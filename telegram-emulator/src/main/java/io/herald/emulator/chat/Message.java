package io.herald.emulator.chat;

import io.herald.emulator.formatting.FormattedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as it stands now.
 *
 * @param bot whose conversation it is; in a group the bot that sent it, or 0
 * @param sender user id, or the bot's id if {@code outgoing}
 * @param editedMs 0 if it was never edited
 * @param content text, or the caption if there is media
 * @param replyTo id of the message it answers, or 0
 * @param thread id of the topic, or 0
 */
public record Message(
    long bot,
    long chat,
    int id,
    boolean outgoing,
    long sender,
    long sentMs,
    long editedMs,
    int edits,
    FormattedText content,
    @Nullable Media media,
    @Nullable JsonNode markup,
    int replyTo,
    int thread) {

  /** The edited message; without a markup the old one is gone, as at Telegram. */
  public Message edited(FormattedText newContent, @Nullable JsonNode newMarkup, long nowMs) {
    return new Message(
        bot,
        chat,
        id,
        outgoing,
        sender,
        sentMs,
        nowMs,
        edits + 1,
        newContent,
        media,
        newMarkup,
        replyTo,
        thread);
  }
}
