package io.herald.scheduler.run;

import java.util.List;

/** What stands before a command to confine it; each runs what follows it. */
final class Piece {

  /** Everybody else's work comes first. */
  static final List<String> NICE = List.of("nice", "-n", "10");

  /** Where memory is short, the kernel ends these before the service. */
  static final List<String> FIRST_TO_GO = List.of("choom", "-n", "500", "--");

  /** No program makes them more than they are. */
  static final List<String> NO_PRIVILEGES = List.of("setpriv", "--no-new-privs", "--");

  private Piece() {}

  /** As that user, in no other group. */
  static List<String> user(long user, long group) {
    return List.of(
        "setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs", "--");
  }

  /**
   * As that user, who may read and enter whatever root may: for what lies in root's own folders.
   */
  static List<String> reader(long user) {
    return List.of(
        "setpriv",
        "--reuid=" + user,
        "--regid=" + user,
        "--clear-groups",
        "--no-new-privs",
        "--inh-caps=+dac_read_search",
        "--ambient-caps=+dac_read_search",
        "--");
  }

  /** Within those limits, each but the first for every process. */
  static List<String> limits(long processes, long memoryBytes, long fileBytes, long cpuSeconds) {
    return List.of(
        "prlimit",
        "--nproc=" + processes,
        "--data=" + memoryBytes,
        "--fsize=" + fileBytes,
        "--cpu=" + cpuSeconds,
        "--nofile=1024",
        "--core=0",
        "--");
  }
}
