package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Argument;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.bot.command.WriteText;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Starts a job of a kind by its name: a script, or another with what it takes. */
final class Run implements Command {

  private static final String SCRIPT = "script";
  private static final String ARGUMENT = "argument";

  private final JobTypes types;
  private final AllowList allowList;
  private final SubmitJob jobs;

  Run(JobTypes types, AllowList allowList, SubmitJob jobs) {
    this.types = types;
    this.allowList = allowList;
    this.jobs = jobs;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "run one of the scripts";
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.word(SCRIPT), Argument.rest(ARGUMENT).optional());
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Offer.to(request.person(), types, allowList).flatMap(offer -> answer(request, offer));
  }

  private Mono<List<Reply>> answer(Request request, Offer offer) {
    String argument = request.values().optional(ARGUMENT).orElse("");
    Optional<JobType> type = offer.named(request.values().text(SCRIPT));
    if (type.isEmpty()) {
      return Mono.just(unknown(offer));
    }
    return Offer.takes(type.get(), argument)
        ? jobs.submit(request, type.get(), argument)
        : Mono.just(refused(type.get(), argument));
  }

  private static List<Reply> unknown(Offer offer) {
    if (offer.scripts().isEmpty()) {
      return Scripts.list(offer);
    }
    WriteText text = new WriteText().plain("I know no script of that name. There are:");
    Offer.list(text, offer.scripts());
    return Answers.one(text.done());
  }

  private static List<Reply> refused(JobType type, String argument) {
    WriteText text = new WriteText().code(type.name());
    if (type.isScript()) {
      text.plain(" takes nothing behind its name.");
    } else {
      text.plain(argument.isEmpty() ? " needs something to work on: " : " does not take that: ")
          .plain(type.description());
    }
    return Answers.one(text.done());
  }
}
