package io.herald.scheduler.queue;

import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much there may be at once.
 *
 * @param queue most jobs that wait, 1 to 1,000; more are refused
 * @param running most jobs that run, over all schedulers, 1 to 100
 * @param scripts most notification scripts that run besides, over all schedulers, 1 to 100: those
 *     of a minute never wait for jobs of hours
 * @param lease after so long without a sign of life a running job counts as interrupted, 1 s to 5
 *     min; there are five signs in it
 */
@ConfigurationProperties("herald.jobs")
public record QueueSettings(
    @DefaultValue("20") int queue,
    @DefaultValue("2") int running,
    @DefaultValue("4") int scripts,
    @DefaultValue("10s") Duration lease) {

  public QueueSettings {
    if (queue < 1 || queue > 1000) {
      throw new InvalidSetting("HERALD_JOBS_QUEUE", "must be 1 to 1000");
    }
    if (running < 1 || running > 100) {
      throw new InvalidSetting("HERALD_JOBS_RUNNING", "must be 1 to 100");
    }
    if (scripts < 1 || scripts > 100) {
      throw new InvalidSetting("HERALD_JOBS_SCRIPTS", "must be 1 to 100");
    }
    if (lease.toMillis() < 1000 || lease.toMinutes() >= 5) {
      throw new InvalidSetting("HERALD_JOBS_LEASE", "must be 1s to 5m");
    }
  }
}
