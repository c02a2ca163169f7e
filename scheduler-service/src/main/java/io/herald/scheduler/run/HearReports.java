package io.herald.scheduler.run;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hears a job that makes files: its reports line by line, and the rest for the log. */
final class HearReports implements Hear {

  private final Signals signals;
  private final Journal journal;
  private volatile Report.@Nullable Result result;
  private volatile @Nullable String complaint;

  HearReports(Signals signals, Journal journal) {
    this.signals = signals;
    this.journal = journal;
  }

  @Override
  public void read(InputStream stdout) {
    ReadLines.of(stdout, this::read);
  }

  private void read(String line) {
    Report report = Report.of(line).orElse(null);
    switch (report) {
      case null -> journal.add(line);
      case Report.Progress progress -> signals.progress(progress);
      case Report.Result told -> result = told;
      case Report.Complaint told -> complaint = told.error();
    }
  }

  /** What it prints is passed on or thrown away. */
  @Override
  public long mostErrors() {
    return Long.MAX_VALUE;
  }

  @Override
  public Outcome done(Path folder) {
    return new CheckResult(folder).check(result);
  }

  @Override
  public @Nullable String complaint() {
    return complaint;
  }
}
