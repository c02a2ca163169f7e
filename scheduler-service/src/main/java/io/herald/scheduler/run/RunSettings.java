package io.herald.scheduler.run;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where programs work.
 *
 * @param folder in it lies one folder for each job, and {@code .logs}
 */
@ConfigurationProperties("herald.jobs")
record RunSettings(@DefaultValue("data/jobs") Path folder) {

  RunSettings {
    folder = folder.toAbsolutePath().normalize();
  }
}
