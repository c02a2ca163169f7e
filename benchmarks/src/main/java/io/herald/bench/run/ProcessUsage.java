package io.herald.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a process has used so far, from Linux's {@code /proc}. Elsewhere nothing is known.
 *
 * @param cpuMicros user and system time of all its threads, in microseconds, in steps of 10 ms
 * @param childrenMicros the same of its children that have ended
 */
public record ProcessUsage(long cpuMicros, long childrenMicros) {
  /** Linux tells times in ticks of 10 ms, whatever its real clock is (USER_HZ). */
  private static final long MICROS_PER_TICK = 10_000;

  // man 5 proc_pid_stat, counted from the state, which follows the name in brackets.
  private static final int UTIME = 11;
  private static final int STIME = 12;
  private static final int CUTIME = 13;
  private static final int CSTIME = 14;

  /** Of a running process; empty when it has ended or this is not Linux. */
  public static Optional<ProcessUsage> of(long pid) {
    try {
      return Optional.of(parse(Files.readString(proc(pid, "stat"))));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * The most memory that a running process ever had resident, in bytes; empty when that is not
   * known.
   */
  public static OptionalLong peakResidentBytes(long pid) {
    try {
      return Files.readAllLines(proc(pid, "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  static ProcessUsage parse(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new ProcessUsage(
        micros(fields[UTIME], fields[STIME]), micros(fields[CUTIME], fields[CSTIME]));
  }

  private static long micros(String user, String system) {
    return (Long.parseLong(user) + Long.parseLong(system)) * MICROS_PER_TICK;
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
