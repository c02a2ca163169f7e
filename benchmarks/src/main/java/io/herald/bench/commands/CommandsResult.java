package io.herald.bench.commands;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.load.RecordCheck;
import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What came out; medians of the rounds, figure by figure.
 *
 * @param ingested updates per second of ingestion alone
 * @param answered commands per second until their replies are in Kafka
 * @param ratio the median of the rounds' own ratios
 * @param errors answers of 400 and above, broken connections and timeouts
 */
record CommandsResult(
    double ingested,
    double answered,
    double ratio,
    long errors,
    RecordCheck replies,
    List<Round> rounds) {

  /** Both ways, one after the other. */
  record Round(Turn ingested, Turn answered) {

    double ratio() {
      return Figures.ratio(answered.perSecond(), ingested.perSecond());
    }

    String describe(int count) {
      return "round %d  ingestion alone %s/s  commands %s/s  ratio %s"
          .formatted(
              count,
              number(ingested.perSecond(), 0),
              number(answered.perSecond(), 0),
              number(ratio(), 2));
    }
  }

  static CommandsResult of(List<Round> rounds, RecordCheck replies) {
    return new CommandsResult(
        median(rounds, it -> it.ingested.perSecond()),
        median(rounds, it -> it.answered.perSecond()),
        median(rounds, Round::ratio),
        rounds.stream().mapToLong(it -> it.ingested.load().errors()).sum()
            + rounds.stream().mapToLong(it -> it.answered.load().errors()).sum(),
        replies,
        rounds);
  }

  List<Goal> goals() {
    return List.of(
        Goal.atLeast("commands/s ≥ 0.7 × ingestion alone", ratio, 0.7),
        Goal.none("errors", errors),
        new Goal(
            "every acknowledged command is answered",
            "%,d of %,d"
                .formatted(
                    Math.min(replies.records(), replies.acknowledged()), replies.acknowledged()),
            replies.holds()));
  }

  String describe() {
    TextTable table =
        new TextTable("way", "per second", "p99 ms", "gateway", "bot", "broker", "redis", "wrk");
    row(table, "ingestion alone", Round::ingested);
    row(table, "commands, until the reply is in Kafka", Round::answered);
    return table.render()
        + "Processor times are µs per command; p99 is that of the webhook's answer.\n"
        + replies.describe()
        + "\n";
  }

  private void row(TextTable table, String name, Function<Round, Turn> way) {
    table.row(
        name,
        figure(way, Turn::perSecond, 0),
        figure(way, it -> it.load().p99Us() / 1e3, 1),
        figure(way, it -> it.perCommand(it.cpu().subject()), 1),
        figure(way, it -> it.perCommand(it.bot()), 1),
        figure(way, it -> it.perCommand(it.cpu().kafka()), 1),
        figure(way, it -> it.perCommand(it.cpu().redis()), 1),
        figure(way, it -> it.perCommand(it.cpu().load()), 1));
  }

  private String figure(Function<Round, Turn> way, ToDoubleFunction<Turn> figure, int decimals) {
    return number(median(rounds, it -> figure.applyAsDouble(way.apply(it))), decimals);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Figures.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
