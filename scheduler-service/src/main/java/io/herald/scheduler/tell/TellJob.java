package io.herald.scheduler.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.log.NowAndThen;
import io.herald.scheduler.queue.JobIndex;
import io.herald.scheduler.script.TellOwner;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Tells how far a job is: on Kafka, which is the record, then in the index; its end also in figures
 * and as one line of JSON in the log.
 *
 * <p>Kafka is gone: fails. Redis is gone: completes, the index is brought up to date from Kafka.
 */
public final class TellJob {

  /** Its lines are JSON objects, one for each job that ended. */
  static final String LOGGER = "herald.job";

  private static final Logger log = LoggerFactory.getLogger(TellJob.class);
  private static final Logger jobs = LoggerFactory.getLogger(LOGGER);

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final PublishRecord publish;
  private final JobIndex index;
  private final JobMetrics metrics;
  private final TellOwner owners;

  TellJob(PublishRecord publish, JobIndex index, JobMetrics metrics, TellOwner owners) {
    this.publish = publish;
    this.index = index;
    this.metrics = metrics;
    this.owners = owners;
  }

  /**
   * Completes when the event is durable, and before it what its owner is told of a failure; fails
   * with Kafka's error.
   */
  public Mono<Void> tell(JobEvent event) {
    Mono<Void> told = tell(event, this::note);
    return event.state() == JobState.FAILED ? owners.failed(event).then(told) : told;
  }

  private Mono<Void> tell(JobEvent event, Consumer<JobEvent> whenDurable) {
    byte[] json = Json.write(event);
    return publish
        .publishAt(new ProducerRecord<>(Topics.JOB_EVENTS, event.id().getBytes(UTF_8), json))
        .doOnSuccess(_ -> whenDurable.accept(event))
        .flatMap(lies -> index.bringIn(event, json, lies))
        .onErrorResume(RedisException.class, _ -> Mono.empty());
  }

  /** Tells what is only of interest at the moment. Kafka is away: it is left out. */
  public void inPassing(JobEvent event) {
    tell(event, _ -> {}).subscribe(_ -> {}, this::leftOut);
  }

  private void leftOut(Throwable error) {
    if (complaints.isDue()) {
      log.warn("Progress of jobs is not told on Kafka ({})", error.getClass().getSimpleName());
    }
  }

  private void note(JobEvent event) {
    if (event.state().isFinal()) {
      metrics.ended(event);
      jobs.info(JobLine.of(event));
    } else if (event.state() == JobState.QUEUED && event.attempt() > 1) {
      metrics.interrupted(event);
      log.info("Job {} was interrupted and waits to be begun again", event.id());
    }
  }
}
