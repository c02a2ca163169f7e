package io.herald.gateway.schedule;

import io.herald.runtime.schedule.CountSchedules;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Tells an operator how the scheduler is doing. */
final class SchedulerDoor {

  static final String PATH = "/api/admin/scheduler";
  static final String JOBS = PATH + "/jobs";

  private final CountSchedules schedules;
  private final CountSchedulers schedulers;
  private final InstantSource clock;

  SchedulerDoor(CountSchedules schedules, CountSchedulers schedulers, InstantSource clock) {
    this.schedules = schedules;
    this.schedulers = schedulers;
    this.clock = clock;
  }

  Mono<ServerResponse> status(ServerRequest request) {
    Instant now = clock.instant();
    return Mono.zip(schedules.at(now), schedulers.count())
        .map(found -> SchedulerStatus.of(found.getT1(), found.getT2(), now))
        .flatMap(ScheduleAnswers::ok);
  }
}
