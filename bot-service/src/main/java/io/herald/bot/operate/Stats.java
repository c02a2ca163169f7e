package io.herald.bot.operate;

import io.herald.bot.command.Audience;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.history.History;
import io.herald.runtime.job.Jobs;
import io.herald.runtime.kafka.TryAgainLater;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** Shows how much is going on: what the indexes count, and what this replica has answered. */
final class Stats implements Command {

  private static final Duration DAY = Duration.ofDays(1);

  private final History history;
  private final Accounts accounts;
  private final Jobs jobs;
  private final MeterRegistry meters;

  Stats(History history, Accounts accounts, Jobs jobs, MeterRegistry meters) {
    this.history = history;
    this.accounts = accounts;
    this.jobs = jobs;
    this.meters = meters;
  }

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public String summary() {
    return "show how much is going on";
  }

  @Override
  public Audience audience() {
    return Audience.ADMINS;
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Mono.zip(
            told(history.since(request.update().receivedAt().minus(DAY))),
            told(accounts.linked()),
            told(jobs.running().map(List::size)),
            told(jobs.queued().map(List::size)))
        .map(found -> text(found.getT1(), found.getT2(), found.getT3(), found.getT4()))
        .map(text -> List.of(Reply.of(text)));
  }

  // An index that can't be asked keeps nobody from the others' figures.
  private static Mono<String> told(Mono<? extends Number> figure) {
    return figure
        .map(String::valueOf)
        .onErrorReturn(TryAgainLater.class::isInstance, "an unknown number");
  }

  private TextContent text(String notifications, String linked, String running, String queued) {
    WriteText text =
        new WriteText()
            .bold("Notifications")
            .plain("\n" + notifications + " in the last 24 hours\n\n")
            .bold("People")
            .plain("\n" + linked + " linked\n\n")
            .bold("Jobs")
            .plain("\n" + running + " running, " + queued + " queued\n\n")
            .bold("Commands")
            .plain("\nanswered by this replica since its start:");
    Map<String, Long> outcomes = outcomes();
    outcomes.forEach((outcome, count) -> text.plain("\n" + count + ' ' + outcome));
    return outcomes.isEmpty() ? text.plain(" none").done() : text.done();
  }

  private Map<String, Long> outcomes() {
    Map<String, Long> counts = new TreeMap<>();
    for (Counter counter : meters.find("herald.bot.commands").counters()) {
      String outcome = String.valueOf(counter.getId().getTag("outcome"));
      counts.merge(outcome, (long) counter.count(), Long::sum);
    }
    return counts;
  }
}
