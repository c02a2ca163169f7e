package io.herald.bot.progress;

import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people are told of jobs.
 *
 * @param publicBaseUrl the gateway's address, where people find the page and files; empty: texts
 *     name none
 * @param links to the files
 */
@ConfigurationProperties("herald")
record ProgressSettings(@Nullable String publicBaseUrl, @DefaultValue Links links) {

  ProgressSettings {
    publicBaseUrl = publicBaseUrl == null ? "" : publicBaseUrl.strip().replaceAll("/+$", "");
  }

  /**
   * Links to files.
   *
   * @param valid how long links to a job's files work, a minute to 30 days
   */
  record Links(@DefaultValue("24h") Duration valid) {

    Links {
      if (valid.compareTo(Duration.ofMinutes(1)) < 0 || valid.compareTo(Duration.ofDays(30)) > 0) {
        throw new InvalidSetting("HERALD_LINKS_VALID", "must be 1m to 30d, such as 24h");
      }
    }
  }
}
