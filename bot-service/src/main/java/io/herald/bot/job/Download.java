package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Argument;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.bot.command.WriteText;
import io.herald.runtime.job.JobTypes;
import java.util.List;
import reactor.core.publisher.Mono;

/** Starts the first kind of job that does something about a link. */
final class Download implements Command {

  private static final String LINK = "link";

  private final JobTypes types;
  private final AllowList allowList;
  private final SubmitJob jobs;

  Download(JobTypes types, AllowList allowList, SubmitJob jobs) {
    this.types = types;
    this.allowList = allowList;
    this.jobs = jobs;
  }

  @Override
  public String name() {
    return "download";
  }

  @Override
  public String summary() {
    return "get what a link points to";
  }

  @Override
  public Usage usage() {
    // What a link looks like is for the kinds of jobs to say: some take one without https://.
    return Usage.of(Argument.word(LINK));
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Offer.to(request.person(), types, allowList).flatMap(offer -> answer(request, offer));
  }

  private Mono<List<Reply>> answer(Request request, Offer offer) {
    String link = request.values().text(LINK);
    return offer
        .accepting(link)
        .map(type -> jobs.submit(request, type, link))
        .orElseGet(() -> Mono.just(notUnderstood(offer)));
  }

  private static List<Reply> notUnderstood(Offer offer) {
    if (offer.taking().isEmpty()) {
      return Answers.plain("There is nothing here that downloads links at the moment.");
    }
    WriteText text = new WriteText().plain("I can't do anything with that link. I understand:");
    Offer.list(text, offer.taking());
    return Answers.one(text.done());
  }
}
