package io.herald.worker.preference;

import java.time.Instant;

/** What a person's preferences say about a notification. */
public sealed interface Advice {

  /** It may go out. */
  Advice SEND = new Send();

  /** It may go out. */
  record Send() implements Advice {}

  /**
   * It has to wait.
   *
   * @param until when to ask again
   */
  record WaitUntil(Instant until) implements Advice {}

  /**
   * It is not wanted.
   *
   * @param reason one word of the field: {@code disabled}, {@code priority}
   */
  record Suppress(String reason) implements Advice {}
}
