package io.herald.bot.progress;

import io.herald.runtime.sign.SignLinks;
import java.time.Duration;
import java.time.Instant;

/**
 * Links to the files of jobs. Without an address, or a key that lasts, there are none: people are
 * told where the files lie instead.
 */
final class FileLinks {

  private final ProgressSettings settings;
  private final SignLinks sign;

  FileLinks(ProgressSettings settings, SignLinks sign) {
    this.settings = settings;
    this.sign = sign;
  }

  boolean areOn() {
    return !settings.publicBaseUrl().isEmpty() && sign.isOn();
  }

  /** How long a link is good for. */
  Duration valid() {
    return settings.links().valid();
  }

  /** The address of a file, for whoever has it. */
  String address(String job, String file, Instant expires) {
    return settings.publicBaseUrl() + sign.path(job, file, expires);
  }
}
