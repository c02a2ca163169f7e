package io.herald.runtime.trace;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is traced.
 *
 * @param perSecond new traces sampled a second and process, 0 to 1,000; the rest pass unrecorded
 */
@ConfigurationProperties("herald.tracing")
record TraceSettings(@DefaultValue("20") int perSecond) {

  TraceSettings {
    if (perSecond < 0 || perSecond > 1000) {
      throw new InvalidSetting("HERALD_TRACING_PERSECOND", "must be 0 to 1000");
    }
  }
}
