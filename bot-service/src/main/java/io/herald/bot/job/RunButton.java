package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Buttons;
import io.herald.bot.command.Press;
import io.herald.bot.command.PressAnswer;
import io.herald.model.message.Button;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import reactor.core.publisher.Mono;

/** The buttons below the list of scripts: each runs one. They carry {@code run:1:<name>}. */
final class RunButton implements Buttons {

  private static final String NAME = "run";
  private static final String VERSION = "1:";

  private final JobTypes types;
  private final AllowList allowList;
  private final SubmitJob jobs;

  RunButton(JobTypes types, AllowList allowList, SubmitJob jobs) {
    this.types = types;
    this.allowList = allowList;
    this.jobs = jobs;
  }

  static Button of(JobType script) {
    return Button.callback("▶ " + script.name(), NAME + ':' + VERSION + script.name());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return press.choice().startsWith(VERSION)
        ? Offer.to(press.person(), types, allowList).flatMap(offer -> answer(press, offer))
        : Mono.just(PressAnswer.GONE);
  }

  private Mono<PressAnswer> answer(Press press, Offer offer) {
    return Mono.justOrEmpty(offer.named(press.choice().substring(VERSION.length())))
        .filter(JobType::isScript)
        .flatMap(script ->
            jobs.submit(press, script).thenReturn(PressAnswer.notice("Running " + script.name())))
        .defaultIfEmpty(PressAnswer.notice("There is no such script any more."));
  }
}
