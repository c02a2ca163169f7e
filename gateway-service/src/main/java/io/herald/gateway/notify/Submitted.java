package io.herald.gateway.notify;

import java.util.List;

/** What became of notifications that were handed in together. */
public sealed interface Submitted {

  /** Kafka has all of them. */
  record Accepted() implements Submitted {}

  /**
   * Nothing was published.
   *
   * @param places of those whose ids belong to notifications with other content, from 0
   */
  record Conflict(List<Integer> places) implements Submitted {}

  /** It is not known that Kafka has all of them; they can be handed in again. */
  record Unavailable() implements Submitted {}

  /** Kafka has all of them. */
  Submitted ACCEPTED = new Accepted();

  /** Kafka may lack some of them. */
  Submitted UNAVAILABLE = new Unavailable();
}
