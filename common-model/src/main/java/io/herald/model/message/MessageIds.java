package io.herald.model.message;

/** Deterministic message ids: the same cause gives the same id, however often it is handled. */
public final class MessageIds {

  private MessageIds() {}

  /**
   * Id of a reply to an update.
   *
   * @param bot name of the bot
   * @param updateId Telegram's {@code update_id}
   * @param index the reply's place among all replies to that update, from 0
   */
  public static String reply(String bot, long updateId, int index) {
    return "update:" + bot + ':' + updateId + ':' + index;
  }

  /**
   * Id of a message that a notification becomes.
   *
   * @param notification the notification's id
   * @param recipient who it is for, as {@code user:…} or {@code chat:…}
   * @param index the message's place among those for this recipient, from 0
   */
  public static String notification(String notification, String recipient, int index) {
    return "notification:" + notification + ':' + recipient + ':' + index;
  }
}
