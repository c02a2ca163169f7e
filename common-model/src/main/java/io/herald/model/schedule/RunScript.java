package io.herald.model.schedule;

import java.util.Objects;

/**
 * A script runs.
 *
 * @param script its name
 * @param argument what it is about; empty: nothing
 */
public record RunScript(String script, String argument) implements Payload {

  public RunScript {
    Objects.requireNonNull(script, "script");
    argument = argument == null ? "" : argument;
  }

  @Override
  public String kind() {
    return "script";
  }
}
