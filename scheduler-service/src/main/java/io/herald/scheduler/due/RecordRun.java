package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Records what came of a due time on Kafka, from where the index and the history take it. Kafka is
 * gone: fails.
 */
public final class RecordRun {

  private static final Logger log = LoggerFactory.getLogger(RecordRun.class);

  private final PublishRecord publish;
  private final DueMetrics metrics;

  RecordRun(PublishRecord publish, DueMetrics metrics) {
    this.publish = publish;
    this.metrics = metrics;
  }

  /** Completes when the run is durable. */
  public Mono<Void> record(Schedule schedule, ScheduleRun run) {
    byte[] id = run.schedule().getBytes(UTF_8);
    return publish
        .publish(new ProducerRecord<>(Topics.SCHEDULE_RUNS, id, Json.write(run)))
        .doOnSuccess(_ -> recorded(schedule, run));
  }

  private void recorded(Schedule schedule, ScheduleRun run) {
    metrics.recorded(schedule.payload().kind(), run);
    switch (run.outcome()) {
      case FAILED ->
          // The reason may quote what a program says: that is for the owner.
          log.warn("Schedule {} failed ({}); its history tells why", run.schedule(), run.fire());
      case SKIPPED ->
          log.info(
              "Schedule {} was not fired ({}, and {} before): {}",
              run.schedule(),
              run.fire(),
              run.missed(),
              run.reason());
      case FIRED, COMPLETED -> log.debug("Schedule {}: {}", run.schedule(), run.fire());
    }
  }
}
