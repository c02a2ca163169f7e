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

/** Ends a job by its id: people their own, admins any. */
final class Cancel implements Command {

  private static final String JOB = "job";

  private final FindJob jobs;
  private final SubmitJob submit;

  Cancel(FindJob jobs, SubmitJob submit) {
    this.jobs = jobs;
    this.submit = submit;
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public String summary() {
    return "end one of your jobs";
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.job(JOB));
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    String id = request.values().text(JOB);
    return jobs.find(id, request.chat(), request.person())
        .flatMap(job -> answer(request, job))
        .defaultIfEmpty(Answers.noJob(id));
  }

  private Mono<List<Reply>> answer(Request request, JobEvent job) {
    return job.state().isFinal()
        ? Mono.just(Answers.plain(ended(job)))
        : submit
            .cancel(job.id(), request.update(), request.chat(), request.person())
            .thenReturn(Answers.plain("Cancelling job " + job.id() + "…"));
  }

  static String ended(JobEvent job) {
    return "Job " + job.id() + " has ended already: it is " + ShowJob.state(job) + '.';
  }
}
