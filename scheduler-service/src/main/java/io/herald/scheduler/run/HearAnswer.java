package io.herald.scheduler.run;

import io.herald.model.job.JobCommand;
import io.herald.scheduler.script.BadAnswer;
import io.herald.scheduler.script.ReadAnswer;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.type.Notifying;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hears a notification script: its answer as a whole, and no more than 1 MiB of anything. */
final class HearAnswer implements Hear {

  private static final int MOST = 1 << 20;

  private final Signals signals;
  private final ReadAnswer contract;
  private final JobCommand job;
  private final Notifying notifying;
  private volatile byte[] stdout = new byte[0];
  private volatile boolean isTooMuch;

  HearAnswer(Signals signals, ReadAnswer contract, JobCommand job, Notifying notifying) {
    this.signals = signals;
    this.contract = contract;
    this.job = job;
    this.notifying = notifying;
  }

  @Override
  public void read(InputStream stream) {
    try (stream) {
      stdout = stream.readNBytes(MOST);
      if (stream.read() >= 0) {
        isTooMuch = true;
        signals.end(Why.FLOOD);
      }
    } catch (IOException e) {
      // Its process was ended meanwhile.
    }
  }

  @Override
  public long mostErrors() {
    return MOST;
  }

  @Override
  public Outcome done(Path folder) {
    if (isTooMuch) {
      return new Outcome.Failed(Failures.flood(null));
    }
    try {
      return new Outcome.Said(contract.read(stdout, job, notifying, folder));
    } catch (BadAnswer e) {
      return new Outcome.Failed(Failures.badResult(String.valueOf(e.getMessage())));
    }
  }

  @Override
  public @Nullable String complaint() {
    return null;
  }
}
