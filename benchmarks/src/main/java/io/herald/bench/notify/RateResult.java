package io.herald.bench.notify;

import io.herald.bench.load.CpuUse;
import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.WrkResult;
import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What came out of the load; medians of the rounds, figure by figure.
 *
 * @param bare notifications per second of the bare endpoint, {@code herald} of Herald
 * @param bareP99 milliseconds, as wrk saw it
 * @param ratio the median of the rounds' own ratios
 * @param errors answers of 400 and above, broken connections and timeouts at Herald
 */
record RateResult(
    double bare,
    double herald,
    double bareP99,
    double heraldP99,
    double ratio,
    long errors,
    RecordCheck records,
    List<Round> rounds) {

  /** What one subject did in one round. */
  record Side(WrkResult load, CpuUse cpu) {

    double perSecond() {
      return load.acknowledgedPerSecond();
    }

    double p99Millis() {
      return load.p99Us() / 1e3;
    }

    double perRequest(double micros) {
      return Figures.ratio(micros, load.requests());
    }
  }

  /** Both, one after the other. */
  record Round(Side bare, Side herald) {

    double ratio() {
      return Figures.ratio(herald.perSecond(), bare.perSecond());
    }

    String describe(int number) {
      return "round %d  bare %s/s  Herald %s/s, p99 %s ms  ratio %s"
          .formatted(
              number,
              TextTable.number(bare.perSecond(), 0),
              TextTable.number(herald.perSecond(), 0),
              TextTable.number(herald.p99Millis(), 1),
              TextTable.number(ratio(), 2));
    }
  }

  static RateResult of(List<Round> rounds, RecordCheck records) {
    return new RateResult(
        median(rounds, it -> it.bare.perSecond()),
        median(rounds, it -> it.herald.perSecond()),
        median(rounds, it -> it.bare.p99Millis()),
        median(rounds, it -> it.herald.p99Millis()),
        median(rounds, Round::ratio),
        rounds.stream().mapToLong(it -> it.herald.load.errors()).sum(),
        records,
        rounds);
  }

  List<Goal> goals() {
    return List.of(
        Goal.atLeast("accepted/s ≥ 0.4 × bare endpoint", ratio, 0.4),
        Goal.none("errors at Herald", errors),
        new Goal(
            "every accepted notification is in Kafka",
            "%,d of %,d"
                .formatted(
                    Math.min(records.records(), records.acknowledged()), records.acknowledged()),
            records.holds()));
  }

  String describe() {
    TextTable table =
        new TextTable("subject", "accepted/s", "p50 ms", "p99 ms", "CPU", "broker", "redis", "wrk");
    row(table, "bare WebFlux endpoint", Round::bare);
    row(table, "Herald, durable", Round::herald);
    return table.render() + records.describe() + "\n";
  }

  private void row(TextTable table, String name, Function<Round, Side> side) {
    table.row(
        name,
        figure(side, Side::perSecond, 0),
        figure(side, it -> it.load.p50Us() / 1e3, 1),
        figure(side, Side::p99Millis, 1),
        figure(side, it -> it.perRequest(it.cpu.subject()), 1),
        figure(side, it -> it.perRequest(it.cpu.kafka()), 1),
        figure(side, it -> it.perRequest(it.cpu.redis()), 1),
        figure(side, it -> it.perRequest(it.cpu.load()), 1));
  }

  private String figure(Function<Round, Side> side, ToDoubleFunction<Side> figure, int decimals) {
    return TextTable.number(median(rounds, it -> figure.applyAsDouble(side.apply(it))), decimals);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Figures.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
