package io.herald.runtime.config;

import java.util.Map;
import org.springframework.core.env.StandardEnvironment;

/** A process environment that a test chooses: only these variables, no system properties. */
public final class GivenEnvironment extends StandardEnvironment {

  private final Map<String, Object> variables;

  public GivenEnvironment(Map<String, String> variables) {
    // Before super(), which asks for the variables.
    this.variables = Map.copyOf(variables);
    super();
  }

  @Override
  public Map<String, Object> getSystemEnvironment() {
    return variables;
  }

  @Override
  public Map<String, Object> getSystemProperties() {
    return Map.of();
  }
}
