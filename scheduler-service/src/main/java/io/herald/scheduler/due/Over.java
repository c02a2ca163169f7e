package io.herald.scheduler.due;

import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Deletes schedules that have not been due for a month and never will be: a reminder that was sent,
 * a post that was published. Redis or Kafka is gone: fails, and it is looked at again.
 */
final class Over {

  private static final Logger log = LoggerFactory.getLogger(Over.class);

  private final Schedules schedules;

  Over(Schedules schedules) {
    this.schedules = schedules;
  }

  Mono<Void> forget(Claimed claimed) {
    String id = claimed.schedule().id();
    return schedules
        .view(id)
        .filter(Over::isOver)
        .flatMap(_ -> schedules.delete(id))
        .doOnNext(_ -> log.info("Schedule {} is over and was deleted", id))
        .then();
  }

  private static boolean isOver(ScheduleView view) {
    return view.next() == null && !view.schedule().paused();
  }
}
