package io.herald.gateway.account;

import io.herald.model.account.TelegramLink;
import java.time.Duration;

/** What comes of a code that a person has entered. */
public sealed interface CodeVerdict {

  /** The chat is theirs now. */
  record Linked(TelegramLink link) implements CodeVerdict {}

  /**
   * The code is none, or no longer good.
   *
   * @param attemptsLeft how many more they may try before they are locked out
   */
  record WrongCode(int attemptsLeft) implements CodeVerdict {}

  /**
   * They have been wrong too often; the code was not even looked at.
   *
   * @param retryAfter how long they have to wait
   */
  record LockedOut(Duration retryAfter) implements CodeVerdict {}

  /** They have linked a chat already; the code stays good. */
  record AlreadyLinked(TelegramLink link) implements CodeVerdict {}

  /** The chat belongs to somebody else, who has to unlink it first. */
  record ChatTaken() implements CodeVerdict {}
}
