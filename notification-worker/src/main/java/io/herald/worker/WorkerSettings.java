package io.herald.worker;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the worker does at once.
 *
 * @param lanes calls to Telegram under way at once, 1 to 1024, a quarter of them kept for the
 *     interactive lane; those of one chat stay in order
 */
@ConfigurationProperties("herald.worker")
public record WorkerSettings(@DefaultValue("64") int lanes) {

  public WorkerSettings {
    if (lanes < 1 || lanes > 1024) {
      throw new InvalidSetting("HERALD_WORKER_LANES", "must be 1 to 1024");
    }
  }
}
