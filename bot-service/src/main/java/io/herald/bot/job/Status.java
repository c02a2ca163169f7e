package io.herald.bot.job;

import io.herald.bot.command.Argument;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.bot.progress.ShowJob;
import io.herald.model.job.JobEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Shows what a person's jobs are doing, or one of them in detail. */
final class Status implements Command {

  private static final String JOB = "job";
  private static final String NONE = "None of your jobs is waiting or running. /jobs lists them.";

  private final FindJob jobs;
  private final ShowJob show;

  Status(FindJob jobs, ShowJob show) {
    this.jobs = jobs;
    this.show = show;
  }

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String summary() {
    return "show how far your jobs are";
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.job(JOB).optional());
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return request
        .values()
        .optional(JOB)
        .map(id -> one(request, id))
        .orElseGet(() -> open(request));
  }

  private Mono<List<Reply>> one(Request request, String id) {
    return jobs.find(id, request.chat(), request.person())
        .map(job -> Answers.one(show.text(job, request.update().receivedAt())))
        .defaultIfEmpty(Answers.noJob(id));
  }

  private Mono<List<Reply>> open(Request request) {
    return jobs.latest(request.chat(), request.person()).map(Status::open);
  }

  private static List<Reply> open(List<JobEvent> latest) {
    List<JobEvent> open = latest.stream().filter(job -> !job.state().isFinal()).toList();
    return switch (open.size()) {
      case 0 -> Answers.plain(NONE);
      default -> ListJobs.list("Waiting or running:", open);
    };
  }
}
