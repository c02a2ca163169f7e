package io.herald.telegram.outcome;

/** Why a person or chat can't be written to. */
public enum Suspension {
  /** The person has blocked the bot. */
  BLOCKED("blocked"),
  /** The person's account is deleted or banned. */
  DEACTIVATED("deactivated"),
  /** The bot was thrown out of the chat. */
  KICKED("kicked"),
  /** The bot was never in the chat, or has left it. */
  NOT_MEMBER("not-member"),
  /** The person has never pressed Start. */
  NOT_STARTED("not-started"),
  /** Telegram knows no such chat, or the bot has never met it. */
  CHAT_NOT_FOUND("chat-not-found"),
  /** The group was deleted, or has moved without saying where. */
  CHAT_GONE("chat-gone"),
  /** For another reason that Telegram counts as forbidden. */
  FORBIDDEN("forbidden");

  private final String word;

  Suspension(String word) {
    this.word = word;
  }

  /** Its stable name in metrics and deliveries. */
  public String word() {
    return word;
  }
}
