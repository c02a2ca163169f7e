package io.herald.scheduler.intake;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobFailure;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.type.Installed;
import io.herald.scheduler.type.Program;
import io.herald.scheduler.type.Programs;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with a job before it waits for nothing. */
final class CheckCommand {

  private final Programs programs;
  private final Installed installed;

  CheckCommand(Programs programs, Installed installed) {
    this.programs = programs;
    this.installed = installed;
  }

  /** Why it can't be done; empty: it can. */
  Optional<JobFailure> failure(JobCommand job) {
    Optional<Program> found = programs.find(job.type());
    if (found.isEmpty()) {
      return Optional.of(Failures.unknownType());
    }
    if (!found.get().accepts(job.argument())) {
      return Optional.of(Failures.badArgument());
    }
    List<String> missing = installed.missing(found.get());
    return missing.isEmpty() ? Optional.empty() : Optional.of(Failures.notInstalled(missing));
  }
}
