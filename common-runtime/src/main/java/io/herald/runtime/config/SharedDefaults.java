package io.herald.runtime.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** The defaults that all services share; anything said elsewhere wins over them. */
public final class SharedDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(
              new ResourcePropertySource(
                  "herald-defaults",
                  "classpath:herald-defaults.properties",
                  SharedDefaults.class.getClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException("the shared defaults are missing from the jar", e);
    }
  }
}
