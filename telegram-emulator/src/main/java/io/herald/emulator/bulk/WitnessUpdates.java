package io.herald.emulator.bulk;

import io.herald.emulator.update.Update;
import io.herald.emulator.update.UpdateJournal;
import io.herald.emulator.webhook.DeliveryLog;
import java.time.Clock;

/** Notes updates in the delivery log and in the run that made them. */
public final class WitnessUpdates implements UpdateJournal {
  private final Clock clock;
  private final DeliveryLog log;
  private final BulkRuns runs;

  public WitnessUpdates(Clock clock, DeliveryLog log, BulkRuns runs) {
    this.clock = clock;
    this.log = log;
    this.runs = runs;
  }

  @Override
  public void created(Update update) {
    log.created(update);
  }

  @Override
  public void acknowledged(Update update) {
    log.delivered(update, clock.millis());
    runs.acknowledged(update);
  }
}
