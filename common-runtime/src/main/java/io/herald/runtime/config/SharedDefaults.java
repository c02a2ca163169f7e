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
    checkPort(environment.getProperty("SERVER_PORT", "0"));
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

  // Spring reads the port in several places and none of them says which setting is wrong.
  private static void checkPort(String port) {
    if (!port.strip().matches("[0-9]{1,5}") || Integer.parseInt(port.strip()) > 65535) {
      throw new InvalidSetting("SERVER_PORT", "must be a port, 0 to 65535");
    }
  }
}
