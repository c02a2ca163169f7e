package io.herald.scheduler.type;

import io.herald.runtime.job.JobType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All kinds of jobs, by their names. */
public final class Programs {

  private final Map<String, Program> programs = new LinkedHashMap<>();

  Programs(List<Program> programs) {
    programs.forEach(it -> this.programs.put(it.name(), it));
  }

  /** The one of that name. */
  public Optional<Program> find(@Nullable String name) {
    return Optional.ofNullable(programs.get(name));
  }

  /** Most at once of each kind, by name. */
  public Map<String, Integer> concurrency() {
    Map<String, Integer> concurrency = new LinkedHashMap<>();
    programs.values().forEach(it -> concurrency.put(it.name(), it.concurrency()));
    return concurrency;
  }

  /** What people may know of them. */
  List<JobType> types() {
    return programs.values().stream().map(Program::type).toList();
  }
}
