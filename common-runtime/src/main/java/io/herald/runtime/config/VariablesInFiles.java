package io.herald.runtime.config;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Lets a configuration file name settings as the environment does: {@code HERALD_WORKER_LANES: 32}
 * in {@code herald.yaml} means the same as that variable, which itself wins.
 */
public final class VariablesInFiles implements EnvironmentPostProcessor, Ordered {

  private static final String OURS = "HERALD_[A-Z0-9_]+";

  // Only a source with a name of this kind is read as variables are written.
  private static final String SOURCE =
      "heraldVariables-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  @Override
  public int getOrder() {
    // After the configuration files.
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> values = new HashMap<>();
    for (var source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> file) {
        for (String name : file.getPropertyNames()) {
          if (name.matches(OURS)) {
            values.putIfAbsent(name, environment.getProperty(name, ""));
          }
        }
      }
    }
    environment
        .getPropertySources()
        .addAfter(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(SOURCE, values));
  }
}
