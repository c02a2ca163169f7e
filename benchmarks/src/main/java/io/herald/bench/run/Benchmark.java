package io.herald.bench.run;

/** One command of {@code bin/bench}. */
public interface Benchmark {

  /** What it is called on the command line. */
  String name();

  /** One line for the list of benchmarks. */
  String summary();

  /** Its options, for people; ends with a line break. */
  String usage();

  /**
   * Runs it and prints its result.
   *
   * @return the exit code: 0 also when goals are not met, since figures depend on the machine; 1
   *     when something was lost or could not be measured
   * @throws io.herald.local.options.UsageError when the options are wrong
   * @throws io.herald.local.process.ProcessFailure when a process does not start
   */
  int run(String[] options) throws Exception;
}
