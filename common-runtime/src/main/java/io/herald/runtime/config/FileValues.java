package io.herald.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads every environment variable {@code <NAME>_FILE} of Herald's contract as a file that holds
 * the value of {@code <NAME>}, the way secrets are mounted. The variable itself wins over its file.
 */
public final class FileValues implements EnvironmentPostProcessor, Ordered {

  private static final String SUFFIX = "_FILE";
  // What it names is wanted as a file: the kinds of jobs.
  private static final String NO_SECRET = "HERALD_JOBS_FILE";

  // Named like the environment's own source, so that HERALD_BOTS_X_TOKEN binds just the same.
  private static final String SOURCE =
      "heraldFiles-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> values = new HashMap<>();
    environment
        .getSystemEnvironment()
        .forEach((name, file) -> {
          if (isOurs(name)) {
            values.put(name.substring(0, name.length() - SUFFIX.length()), read(name, file));
          }
        });
    if (!values.isEmpty()) {
      environment
          .getPropertySources()
          .addAfter(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              new SystemEnvironmentPropertySource(SOURCE, values));
    }
  }

  private static boolean isOurs(String name) {
    return name.endsWith(SUFFIX)
        && !name.equals(NO_SECRET)
        && (name.startsWith("HERALD_")
            || name.startsWith("TELEGRAM_")
            || name.startsWith("KAFKA_")
            || name.startsWith("REDIS_")
            || name.equals("PUBLIC_BASE_URL_FILE"));
  }

  private static String read(String name, Object file) {
    try {
      return Files.readString(Path.of(file.toString())).strip();
    } catch (IOException e) {
      throw new InvalidSetting(name, "the file " + file + " can't be read");
    }
  }
}
