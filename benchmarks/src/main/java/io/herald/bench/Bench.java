package io.herald.bench;

import io.herald.bench.commands.CommandsBenchmark;
import io.herald.bench.ingest.IngestBenchmark;
import io.herald.bench.learning.LearningBenchmark;
import io.herald.bench.notify.NotifyBenchmark;
import io.herald.bench.pacing.PacingBenchmark;
import io.herald.bench.reply.ReplyBenchmark;
import io.herald.bench.run.Benchmark;
import io.herald.bench.schedules.SchedulesBenchmark;
import io.herald.bench.send.SendBenchmark;
import io.herald.bench.start.StartBenchmark;
import io.herald.local.options.UsageError;
import io.herald.local.process.ProcessFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code bin/bench <benchmark> [options]}: runs one benchmark, or lists them. */
public final class Bench {
  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new IngestBenchmark(),
          new CommandsBenchmark(),
          new ReplyBenchmark(),
          new NotifyBenchmark(),
          new PacingBenchmark(),
          new LearningBenchmark(),
          new SendBenchmark(),
          new SchedulesBenchmark(),
          new StartBenchmark());

  private Bench() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "io/herald/bench/logback.xml");
    System.exit(exitCode(args));
  }

  private static int exitCode(String[] args) throws Exception {
    if (args.length == 0 || isHelp(args[0])) {
      System.out.print(list());
      return 0;
    }
    Optional<Benchmark> found =
        BENCHMARKS.stream().filter(known -> known.name().equals(args[0])).findFirst();
    if (found.isEmpty()) {
      System.err.println("No benchmark is named " + args[0] + ": `bin/bench --help` lists them");
      return 2;
    }
    String[] options = Arrays.copyOfRange(args, 1, args.length);
    if (Arrays.stream(options).anyMatch(Bench::isHelp)) {
      System.out.print(found.get().usage());
      return 0;
    }
    return run(found.get(), options);
  }

  private static int run(Benchmark benchmark, String[] options) throws Exception {
    try {
      return benchmark.run(options);
    } catch (UsageError e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (ProcessFailure e) {
      System.err.println(e.getMessage());
      e.lastLines().forEach(line -> System.err.println("  " + line));
      return 1;
    }
  }

  private static boolean isHelp(String argument) {
    return argument.equals("--help") || argument.equals("-h") || argument.equals("help");
  }

  private static String list() {
    StringBuilder text = new StringBuilder("usage: bin/bench <benchmark> [options]\n\n");
    BENCHMARKS.forEach(
        known -> text.append(String.format("  %-9s %s%n", known.name(), known.summary())));
    return text.append("\n`bin/bench <benchmark> --help` tells its options.\n").toString();
  }
}
