package io.herald.worker.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The scheduler's time as a clock. */
final class VirtualClock extends Clock {

  private final VirtualTimeScheduler time;

  VirtualClock(VirtualTimeScheduler time) {
    this.time = time;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
  }
}
