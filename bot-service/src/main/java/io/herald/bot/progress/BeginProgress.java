package io.herald.bot.progress;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Puts up the message of a job that is about to be submitted. It has to be durable before the job
 * is, so that nothing that happens to the job is hidden by it.
 */
public final class BeginProgress {

  private final PublishProgress publish;
  private final Turns turns;

  BeginProgress(PublishProgress publish, Turns turns) {
    this.publish = publish;
    this.turns = turns;
  }

  /**
   * Completes when the message is durable; fails with Kafka's error.
   *
   * @param job to be submitted, with its owner
   */
  public Mono<Void> tell(JobCommand job) {
    var event =
        new JobEvent(
            JobEvent.SCHEMA_VERSION,
            job,
            JobState.QUEUED,
            1,
            job.at(),
            null,
            null,
            null,
            null,
            null,
            null);
    var news = new News(event, Objects.requireNonNull(job.owner()), null);
    // A job that is done within moments is one message and one edit.
    return turns.occupy(news.chat()).then(publish.publish(news));
  }
}
