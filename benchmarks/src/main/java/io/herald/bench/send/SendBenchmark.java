package io.herald.bench.send;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.ResultFile;
import io.herald.bench.run.Benchmark;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bin/bench send}. */
public final class SendBenchmark implements Benchmark {

  @Override
  public String name() {
    return "send";
  }

  @Override
  public String summary() {
    return "messages/s without limits next to a bare client, CPU and heap";
  }

  @Override
  public String usage() {
    return SendOptions.USAGE;
  }

  @Override
  public int run(String[] args) throws Exception {
    SendOptions options = SendOptions.parse(args);
    Machine machine = Machine.here();
    Instant at = Instant.now();
    List<Round> rounds = options.senders(0).isEmpty() ? List.of() : rounds(options);
    Optional<WaitingHeap> heap = Optional.empty();
    if (options.parts().contains(Part.HEAP)) {
      System.out.println("heap …");
      heap = Optional.of(new HeapRun(options).measure());
    }
    SendResult result = SendResult.of(at, machine, options, rounds, heap);
    System.out.print(result.describe());
    System.out.println("\nAll figures: " + ResultFile.write(name(), at, result));
    return result.complete() ? 0 : 1;
  }

  private static List<Round> rounds(SendOptions options) throws InterruptedException {
    List<Round> rounds = new ArrayList<>();
    try (RateRun run = new RateRun(options)) {
      run.start();
      for (int number = -options.warmup(); number < options.rounds(); number++) {
        for (Part sender : options.senders(number)) {
          Round round = run.measure(sender, number);
          rounds.add(round);
          progress(round);
        }
      }
    }
    return rounds;
  }

  private static void progress(Round round) {
    System.out.printf(
        "%-8s  %-26s %8s messages/s%n",
        round.number() < 0 ? "warm-up" : "round " + (round.number() + 1),
        round.sender().title,
        number(round.perSecond(), 0));
  }
}
