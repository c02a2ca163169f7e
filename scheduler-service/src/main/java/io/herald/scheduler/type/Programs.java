package io.herald.scheduler.type;

import io.herald.runtime.job.JobType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All kinds of jobs, by their names: those of the file, and the scripts that are there. */
public final class Programs {

  private final List<Program> jobs;
  private final ReadScripts scripts;
  private volatile Map<String, Program> programs = Map.of();

  Programs(List<Program> jobs) {
    this(jobs, new ReadScripts(List.of()));
  }

  private Programs(List<Program> jobs, ReadScripts scripts) {
    this.jobs = List.copyOf(jobs);
    this.scripts = scripts;
    refresh();
  }

  /** The same, and these scripts; of two with one name the job of the file counts. */
  Programs with(ReadScripts found) {
    return new Programs(jobs, found);
  }

  /** Looks which scripts are there now. */
  void refresh() {
    Map<String, Program> found = new LinkedHashMap<>();
    jobs.forEach(it -> found.put(it.name(), it));
    scripts.read().forEach(it -> found.putIfAbsent(it.name(), it));
    programs = found;
  }

  /** The one of that name. */
  public Optional<Program> find(@Nullable String name) {
    return Optional.ofNullable(programs.get(name));
  }

  /** All of them. */
  public Collection<Program> all() {
    return programs.values();
  }

  /** What people may know of them. */
  List<JobType> types() {
    return programs.values().stream().map(Program::type).toList();
  }
}
