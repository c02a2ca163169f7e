package io.herald.scheduler.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.account.Account;
import io.herald.model.json.Json;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.runtime.schedule.ScheduleChanged;
import io.herald.runtime.schedule.Schedules;
import java.time.InstantSource;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps one schedule for each person who gets a summary: it follows their account. Whether they
 * have paused it is theirs to say.
 *
 * <p>Redis or Kafka is gone, or the index of schedules is not complete: the account waits.
 */
final class KeepSummaries implements RecordHandler {

  // Somebody may change the schedule in the same moment.
  private static final int TRIES = 3;

  private final Schedules schedules;
  private final InstantSource clock;

  KeepSummaries(Schedules schedules, InstantSource clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  @Override
  public Mono<Void> handle(Received received) {
    String user = new String(received.record().key(), UTF_8);
    Optional<Schedule> wanted =
        received.value().length == 0
            ? Optional.empty()
            : SummarySchedule.of(Json.read(received.value(), Account.class), clock.instant());
    return Mono.defer(() -> wanted.map(this::keep).orElseGet(() -> end(user)))
        .retryWhen(Retry.max(TRIES).filter(ScheduleChanged.class::isInstance));
  }

  private Mono<Void> keep(Schedule wanted) {
    return schedules
        .change(wanted.id(), found -> found.withTiming(wanted.timing()))
        .switchIfEmpty(Mono.defer(() -> schedules.save(wanted)))
        .then();
  }

  private Mono<Void> end(String user) {
    return schedules.delete(SummarySchedule.id(user)).then();
  }
}
