package io.herald.bench.load;

import io.herald.bench.run.Backends;
import io.herald.bench.run.ProcessUsage;
import io.herald.local.process.LocalProcess;
import java.util.Optional;

/** Processor time of all that takes part in a run, from the moment of its creation. */
public final class CpuMeter {
  private final LocalProcess subject;
  private final Optional<Backends> backends;
  private final double subjectBefore;
  private final double kafkaBefore;
  private final double redisBefore;
  private final double loadBefore;

  /** Of a subject, and of the backends that it uses if it does. */
  public CpuMeter(LocalProcess subject, Optional<Backends> backends) {
    this.subject = subject;
    this.backends = backends;
    this.subjectBefore = cpu(Optional.of(subject));
    this.kafkaBefore = cpu(backends.map(Backends::kafka));
    this.redisBefore = cpu(backends.map(Backends::redis));
    this.loadBefore = endedChildren();
  }

  /** What was used since then. */
  public CpuUse used() {
    return new CpuUse(
        cpu(Optional.of(subject)) - subjectBefore,
        cpu(backends.map(Backends::kafka)) - kafkaBefore,
        cpu(backends.map(Backends::redis)) - redisBefore,
        endedChildren() - loadBefore);
  }

  private static double cpu(Optional<? extends LocalProcess> process) {
    return process
        .flatMap(running -> ProcessUsage.of(running.pid()))
        .map(usage -> (double) usage.cpuMicros())
        .orElse(Double.NaN);
  }

  /** wrk is the only child of this JVM that ends during a run. */
  private static double endedChildren() {
    return ProcessUsage.of(ProcessHandle.current().pid())
        .map(usage -> (double) usage.childrenMicros())
        .orElse(Double.NaN);
  }
}
