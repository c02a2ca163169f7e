package io.herald.gateway.schedule;

import io.herald.model.schedule.Payload;
import io.herald.model.schedule.RunScript;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import io.herald.runtime.job.JobsUnknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Tells somebody who mistypes the name of a script at once, and not when it is due.
 *
 * <p>Redis is gone, or no scheduler has told what there is: every name passes. What is not there
 * when it is due is a failed run.
 */
final class KnownScripts {

  private final JobTypes types;

  KnownScripts(JobTypes types) {
    this.types = types;
  }

  /** That there is no such script; empty: there may be. */
  Mono<Optional<Violation>> problem(Payload payload) {
    return payload instanceof RunScript(String script, _)
        ? types
            .all()
            .map(known -> problem(script, known))
            .onErrorReturn(JobsUnknown.class, Optional.empty())
        : Mono.just(Optional.empty());
  }

  private static Optional<Violation> problem(String script, List<JobType> known) {
    if (known.isEmpty() || known.stream().anyMatch(type -> type.name().equals(script))) {
      return Optional.empty();
    }
    String names = known.stream().map(JobType::name).sorted().collect(Collectors.joining(", "));
    return Optional.of(new Violation("/payload/script", "is none that is there: " + names));
  }
}
