package io.herald.scheduler.type;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the kinds of jobs are written down.
 *
 * @param file the YAML file with the kinds of jobs; empty: there are none, and every job is refused
 */
@ConfigurationProperties("herald.jobs")
record TypeSettings(@DefaultValue("") String file) {

  Optional<Path> path() {
    return file.isBlank() ? Optional.empty() : Optional.of(Path.of(file.strip()).toAbsolutePath());
  }
}
