package io.herald.scheduler.run;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What notification scripts may take of the machine.
 *
 * @param runAs who they are: {@code own}, each run a user of its own that nobody else is, which
 *     only a service of root can give; {@code service}, the service's user; or a user's name;
 *     empty: {@code own} where it is possible, else {@code service}; what lies in folders of root
 *     they may read then
 * @param processes most processes and threads of one script, 4 to 10,000
 * @param memory most that each of its processes may allocate, from 16 MB
 * @param fileSize largest file that it may write
 */
@ConfigurationProperties("herald.scripts")
record ConfineSettings(
    @DefaultValue("") String runAs,
    @DefaultValue("64") int processes,
    @DefaultValue("512MB") DataSize memory,
    @DefaultValue("100MB") DataSize fileSize) {

  /** Each run a user of its own. */
  static final String OWN = "own";

  /** The service's user. */
  static final String SERVICE = "service";

  ConfineSettings {
    runAs = runAs.strip();
    if (!runAs.matches("[A-Za-z0-9_.-]{0,64}")) {
      throw new InvalidSetting("HERALD_SCRIPTS_RUN_AS", "must be own, service or a user's name");
    }
    if (processes < 4 || processes > 10_000) {
      throw new InvalidSetting("HERALD_SCRIPTS_PROCESSES", "must be 4 to 10000");
    }
    if (memory.toMegabytes() < 16) {
      throw new InvalidSetting("HERALD_SCRIPTS_MEMORY", "must be at least 16MB");
    }
    if (fileSize.toBytes() < 1) {
      throw new InvalidSetting("HERALD_SCRIPTS_FILE_SIZE", "must be such as 100MB");
    }
  }
}
