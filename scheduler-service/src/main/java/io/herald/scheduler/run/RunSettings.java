package io.herald.scheduler.run;

import io.herald.runtime.config.InvalidSetting;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where programs work.
 *
 * @param folder in it lies one folder for each job, and {@code .logs}; the gateway hands out files
 *     from there
 * @param grace how long a program has to end when it is asked to, before it is killed; up to 8 s,
 *     since the service itself has to end within 20
 * @param keep how long files and logs are kept after they were last written; at least a day, which
 *     is the longest that a job runs
 */
@ConfigurationProperties("herald.jobs")
record RunSettings(
    @DefaultValue("data/jobs") Path folder,
    @DefaultValue("5s") Duration grace,
    @DefaultValue("7d") Duration keep) {

  RunSettings {
    folder = folder.toAbsolutePath().normalize();
    if (grace.isNegative() || grace.toMillis() > 8000) {
      throw new InvalidSetting("HERALD_JOBS_GRACE", "must be 0s to 8s");
    }
    if (keep.compareTo(Duration.ofDays(1)) < 0 || keep.compareTo(Duration.ofDays(365)) > 0) {
      throw new InvalidSetting("HERALD_JOBS_KEEP", "must be 1d to 365d, such as 7d");
    }
  }
}
