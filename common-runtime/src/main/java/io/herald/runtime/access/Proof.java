package io.herald.runtime.access;

/** What a request proves about who sent it. */
sealed interface Proof {

  /** Nothing was sent that could prove anything. */
  Proof NOTHING = new Nothing();

  /** See {@link #NOTHING}. */
  record Nothing() implements Proof {}

  /**
   * It is known who calls.
   *
   * @param caller who
   * @param by what proved it, for messages to the caller: {@code the API key ci}
   */
  record Known(Caller caller, String by) implements Proof {}

  /** An API key that nobody has. */
  record WrongKey() implements Proof {}

  /**
   * A token that is not accepted.
   *
   * @param why for the caller
   */
  record WrongToken(String why) implements Proof {}

  /** It can't be told now whether the token is good: its issuer's keys can't be had. */
  record Unavailable() implements Proof {}
}
