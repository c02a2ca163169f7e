package io.herald.worker.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of an ask. */
public sealed interface Verdict {

  /**
   * Call now.
   *
   * @param uncertain whether an earlier run may have sent it
   * @param edits Telegram's id of the message that the replace key stands for; null: send anew
   */
  record Go(boolean uncertain, @Nullable Long edits) implements Verdict {}

  /**
   * It went out before.
   *
   * @param messageId Telegram's id, where it was noted
   */
  record AlreadySent(@Nullable Long messageId) implements Verdict {}

  /** An earlier run may have sent it, and it is rather dropped than sent twice. */
  record Uncertain() implements Verdict {}

  /** The contact can't be written to until they come back. */
  record Suspended(String reason) implements Verdict {}

  /** The chat's budget is used up, or the chat is frozen: ask again after the pause. */
  record WaitForChat(Duration pause) implements Verdict {}

  /** The bot's budget for this lane is used up, or the bot is frozen: ask again after the pause. */
  record WaitForBot(Duration pause) implements Verdict {}
}
