package io.herald.bot.job;

import io.herald.bot.command.Buttons;
import io.herald.bot.command.Press;
import io.herald.bot.command.PressAnswer;
import io.herald.bot.progress.CancelData;
import io.herald.model.job.JobEvent;
import reactor.core.publisher.Mono;

/** The button below a job's message that ends it. */
final class CancelButton implements Buttons {

  // Whoever sees the button sees the job: the id is no secret.
  private static final PressAnswer NOT_YOURS =
      PressAnswer.alert("Only who started this job can cancel it.");

  private final FindJob jobs;
  private final SubmitJob submit;

  CancelButton(FindJob jobs, SubmitJob submit) {
    this.jobs = jobs;
    this.submit = submit;
  }

  @Override
  public String name() {
    return CancelData.KIND;
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return Mono.justOrEmpty(CancelData.job(press.choice()))
        .flatMap(id -> answer(press, id))
        .defaultIfEmpty(PressAnswer.GONE);
  }

  private Mono<PressAnswer> answer(Press press, String id) {
    return jobs.find(id, press.chat(), press.person())
        .flatMap(job -> answer(press, job))
        .defaultIfEmpty(NOT_YOURS);
  }

  private Mono<PressAnswer> answer(Press press, JobEvent job) {
    return job.state().isFinal()
        ? Mono.just(PressAnswer.notice(Cancel.ended(job)))
        : submit
            .cancel(job.id(), press.update(), press.chat(), press.person())
            .thenReturn(PressAnswer.notice("Cancelling…"));
  }
}
