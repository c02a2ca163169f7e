package io.herald.bench.commands;

import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.WarmUp;
import io.herald.bench.report.Goal;
import io.herald.bench.report.ResultFile;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code bin/bench commands}. */
public final class CommandsBenchmark implements Benchmark {

  /** All that a run found out; written as JSON as it is. */
  record Result(
      Instant at,
      Machine machine,
      CommandsOptions options,
      CommandsResult figures,
      List<Goal> goals) {}

  /** One way to load the system. */
  private interface Way {
    Turn go(int seconds) throws ExecutionException, InterruptedException;
  }

  @Override
  public String name() {
    return "commands";
  }

  @Override
  public String summary() {
    return "commands/s from the webhook to the reply in Kafka, next to ingestion alone";
  }

  @Override
  public String usage() {
    return CommandsOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    CommandsOptions options = CommandsOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    CommandsResult figures = measure(options);
    System.out.printf(
        "%n%s%nmedian of %d rounds of %d s, %d connections, wrk on the same cores%n%n%s%n",
        machine.describe(),
        options.rounds(),
        options.seconds(),
        CommandsOptions.CONNECTIONS,
        figures.describe());
    System.out.print(Goal.describe(figures.goals()));
    var result = new Result(at, machine, options, figures, figures.goals());
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return figures.replies().holds() ? 0 : 1;
  }

  private static CommandsResult measure(CommandsOptions options)
      throws ExecutionException, InterruptedException {
    try (CommandsSystem system = CommandsSystem.start()) {
      warmUp("ingestion alone", options, system::ingest);
      warmUp("commands", options, system::answer);
      List<CommandsResult.Round> rounds = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        Turn ingested = system.ingest(options.seconds());
        rounds.add(new CommandsResult.Round(ingested, system.answer(options.seconds())));
        System.out.println(rounds.getLast().describe(round + 1));
      }
      return CommandsResult.of(
          rounds,
          new RecordCheck(
              "Herald",
              "herald.outbound.interactive",
              system.acknowledged(),
              system.unanswered(),
              system.replies()));
    }
  }

  private static void warmUp(String name, CommandsOptions options, Way way)
      throws ExecutionException, InterruptedException {
    System.out.printf("warm-up  %-16s", name);
    WarmUp warmUp = new WarmUp(options.warmup());
    while (warmUp.goesOn()) {
      warmUp.add(way.go(warmUp.stepSeconds()).perSecond());
      System.out.print(" " + TextTable.number(warmUp.steps().getLast(), 0));
    }
    System.out.println();
  }
}
