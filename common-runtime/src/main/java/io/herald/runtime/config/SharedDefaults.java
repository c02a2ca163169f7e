package io.herald.runtime.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/** The defaults that all services share; anything said elsewhere wins over them. */
public final class SharedDefaults implements EnvironmentPostProcessor {

  /**
   * {@code plain} for people, or {@code ecs}: each line a JSON object after the Elastic Common
   * Schema, with the trace's ids.
   */
  @EnvironmentVariable(fallback = "plain")
  private static final String LOG_FORMAT = "HERALD_LOG_FORMAT";

  /** The port that the service listens on, 0 to 65535; 0 takes any that is free. */
  @EnvironmentVariable private static final String PORT = "SERVER_PORT";

  // The last two are for a service with a logback-spring.xml of its own.
  private static final Map<String, Object> ECS =
      Map.of(
          "logging.structured.format.console", "ecs",
          "herald.log.console", "structured-console",
          "herald.log.deliveries", "CONSOLE");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    checkPort(environment.getProperty(PORT, "0"));
    chooseLog(environment);
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

  // Spring says of an unknown format only that it knows no class of that name.
  private static void chooseLog(ConfigurableEnvironment environment) {
    String format = environment.getProperty(LOG_FORMAT, "plain").strip();
    switch (format) {
      case "plain", "" -> {}
      case "ecs" ->
          environment.getPropertySources().addLast(new MapPropertySource("herald-log", ECS));
      default ->
          throw new InvalidSetting(LOG_FORMAT, "must be plain, or ecs for a JSON object a line");
    }
  }

  // Spring reads the port in several places and none of them says which setting is wrong.
  private static void checkPort(String port) {
    if (!port.strip().matches("[0-9]{1,5}") || Integer.parseInt(port.strip()) > 65535) {
      throw new InvalidSetting(PORT, "must be a port, 0 to 65535");
    }
  }
}
