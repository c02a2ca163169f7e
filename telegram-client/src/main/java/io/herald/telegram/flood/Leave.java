package io.herald.telegram.flood;

/**
 * What the budgets say to a call.
 *
 * @param kind whether it may go, or which budget is in its way
 * @param pauseMicros how long until it is worth asking again; 0 when it may go
 */
public record Leave(Kind kind, long pauseMicros) {

  /** What is in the way. */
  public enum Kind {
    /** Nothing. */
    GO,
    /** The budget of the chat, or of edits in it. */
    CHAT,
    /** The budget of the bot. */
    BOT
  }

  static final Leave GO = new Leave(Kind.GO, 0);
}
