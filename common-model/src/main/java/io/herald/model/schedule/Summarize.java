package io.herald.model.schedule;

import java.util.Objects;

/**
 * Somebody is told what happened on their day.
 *
 * @param summary the user, by the id that the identity provider gives
 */
public record Summarize(String summary) implements Payload {

  public Summarize {
    Objects.requireNonNull(summary, "summary");
  }

  @Override
  public String kind() {
    return "summary";
  }
}
