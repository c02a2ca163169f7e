package io.herald.gateway.schedule;

import static org.awaitility.Awaitility.await;

import io.herald.gateway.RunningGateway;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.ScheduleIndex;
import io.herald.runtime.schedule.ScheduleKeys;
import io.herald.runtime.schedule.Schedules;
import java.time.Duration;

/** Keeps the index of schedules for a gateway, as the scheduler does. */
public final class KeptSchedules implements AutoCloseable {

  private static final Duration SOON = Duration.ofMinutes(1);

  private final KeepIndex index;

  private KeptSchedules(KeepIndex index) {
    this.index = index;
  }

  /** Keeps it, and waits until it is complete. */
  public static KeptSchedules of(RunningGateway gateway) {
    var applying = new ScheduleIndex(gateway.part(RedisLink.class));
    KeepIndex index = gateway.part(Indexes.class).keep(ScheduleKeys.INDEX, applying);
    index.start();
    Schedules schedules = gateway.part(Schedules.class);
    await()
        .atMost(SOON)
        .until(() -> schedules.find("x").thenReturn(true).onErrorReturn(false).block(SOON));
    return new KeptSchedules(index);
  }

  @Override
  public void close() {
    index.stop();
  }
}
