package io.herald.scheduler.run;

import io.herald.runtime.config.InvalidSetting;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where programs work.
 *
 * @param folder in it lies one folder for each job, and {@code .logs}
 * @param grace how long a program has to end when it is asked to, before it is killed; up to 8 s,
 *     since the service itself has to end within 20
 */
@ConfigurationProperties("herald.jobs")
record RunSettings(@DefaultValue("data/jobs") Path folder, @DefaultValue("5s") Duration grace) {

  RunSettings {
    folder = folder.toAbsolutePath().normalize();
    if (grace.isNegative() || grace.toMillis() > 8000) {
      throw new InvalidSetting("HERALD_JOBS_GRACE", "must be 0s to 8s");
    }
  }
}
