package io.herald.gateway.account;

/** What comes of a test message. */
public sealed interface TestMessage {

  /**
   * It is on its way.
   *
   * @param id the notification's id, to follow it
   */
  record Requested(String id) implements TestMessage {}

  /** There is no chat to send it to. */
  record NotLinked() implements TestMessage {}

  /** It could not be taken in, because Kafka is away. */
  record Unavailable() implements TestMessage {}
}
