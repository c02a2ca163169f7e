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
}
