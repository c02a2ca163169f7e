package io.herald.scheduler.run;

import io.herald.model.job.JobCommand;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.type.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a program, from its start until none of its processes is left. */
final class Attempt {

  private static final Logger log = LoggerFactory.getLogger(Attempt.class);

  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Program program;
  private final JobCommand job;
  private final Workshop workshop;
  private final Signals signals;
  private final Consumer<Report.Progress> telling;
  private final Tail stderr = new Tail();

  /**
   * Of that job.
   *
   * @param telling gets how far it is: the first and the last, and one a second between
   */
  Attempt(
      Program program,
      JobCommand job,
      Workshop workshop,
      Signals signals,
      Consumer<Report.Progress> telling) {
    this.program = program;
    this.job = job;
    this.workshop = workshop;
    this.signals = signals;
    this.telling = telling;
  }

  /** Runs it to its end, which may be brought about by a signal. */
  Outcome run() {
    Path folder = workshop.folders().open(job.id());
    endAll(ProcessTree.orphans(folder));
    try (Journal journal = workshop.folders().journal(job.id())) {
      Hear hear = hear(journal);
      Process process = Launch.start(program, job, folder, confined(folder));
      ProcessTree tree = ProcessTree.of(folder, process);
      process.onExit().thenRun(() -> signals.end(Why.EXITED));
      List<Thread> readers =
          List.of(
              reader("out", () -> hear.read(process.getInputStream())),
              reader(
                  "err",
                  () ->
                      stderr.read(
                          process.getErrorStream(),
                          hear.mostErrors(),
                          () -> signals.end(Why.FLOOD))));
      Why why = awaitEnd();
      endAll(tree);
      readers.forEach(Attempt::join);
      journal.add(stderr.text());
      tellProgress();
      return outcome(why, process, folder, hear);
    } catch (IOException e) {
      log.warn("Job {} could not be started: {}", job.id(), e.getClass().getSimpleName());
      return new Outcome.Failed(Failures.notInstalled(List.of("its program")));
    }
  }

  private Hear hear(Journal journal) {
    return program.notifying() == null
        ? new HearReports(signals, journal)
        : new HearAnswer(signals, workshop.scripts().answers(), job, program.notifying());
  }

  private List<String> confined(Path folder) {
    return program.isScript() ? workshop.scripts().confine().enter(folder) : List.of();
  }

  // Not virtual: to wait for a pipe holds the thread below, and two silent programs would hold them
  // all.
  private Thread reader(String stream, Runnable read) {
    return Thread.ofPlatform().daemon().name("job-" + job.id() + '-' + stream).start(read);
  }

  private Why awaitEnd() {
    long deadline = System.nanoTime() + program.timeout().toNanos();
    long nextProgress = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      Why why = signals.why();
      if (why != null) {
        return why;
      }
      if (now - deadline >= 0) {
        return Why.TIMEOUT;
      }
      if (signals.hasProgress() && now - nextProgress >= 0) {
        tellProgress();
        nextProgress = now + BETWEEN_PROGRESS.toNanos();
      }
      long until = signals.hasProgress() ? Math.min(deadline, nextProgress) : deadline;
      signals.await(Duration.ofNanos(until - System.nanoTime()));
    }
  }

  private void tellProgress() {
    Report.Progress progress = signals.takeProgress();
    if (progress != null) {
      telling.accept(progress);
    }
  }

  private Outcome outcome(Why why, Process process, Path folder, Hear hear) {
    return switch (why) {
      case CANCEL -> new Outcome.Cancelled();
      case SHUTDOWN -> new Outcome.Interrupted();
      case LOST -> new Outcome.Lost();
      case TIMEOUT -> new Outcome.Failed(Failures.timeout(program.timeout(), stderr.lastLines()));
      case FLOOD -> new Outcome.Failed(Failures.flood(stderr.lastLines()));
      case EXITED ->
          process.exitValue() == 0
              ? hear.done(folder)
              : new Outcome.Failed(
                  Failures.exit(process.exitValue(), hear.complaint(), stderr.lastLines()));
    };
  }

  // A script has its time, and nothing to clear up behind it.
  private void endAll(ProcessTree tree) {
    if (!tree.end(program.isScript() ? Duration.ZERO : workshop.grace())) {
      log.error(
          "Processes of job {} can't be killed; see who has HERALD_JOB={}", job.id(), job.id());
    }
  }

  // A process that can't be killed may keep a stream open for ever.
  private static void join(Thread reader) {
    try {
      reader.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
