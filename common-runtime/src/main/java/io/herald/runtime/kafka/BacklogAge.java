package io.herald.runtime.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;

/**
 * Gauge {@code herald.backlog.age}, tags {@code group} and {@code topic}: seconds since the oldest
 * record was written that this replica has begun and not finished; 0: there is none. The maximum
 * over all replicas counts. Alert when it stays over minutes: people wait that long.
 */
public final class BacklogAge {

  private BacklogAge() {}

  /**
   * Registers it.
   *
   * @param age in seconds
   */
  public static void of(String group, String topic, DoubleSupplier age, MeterRegistry meters) {
    Gauge.builder("herald.backlog.age", age::getAsDouble)
        .baseUnit("seconds")
        .tags("group", group, "topic", topic)
        .register(meters);
  }
}
