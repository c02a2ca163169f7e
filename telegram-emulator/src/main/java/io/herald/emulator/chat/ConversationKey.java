package io.herald.emulator.chat;

/**
 * Names a conversation: a private chat belongs to one bot, a group to all.
 *
 * @param bot 0 for a group
 */
public record ConversationKey(long bot, long chat) {

  public static ConversationKey of(long bot, long chat) {
    return new ConversationKey(chat < 0 ? 0 : bot, chat);
  }
}
