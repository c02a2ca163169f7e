package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Fires schedules that somebody wants fired now. When they are due next does not change.
 *
 * <p>Redis or Kafka is gone, or the index is not complete: the request waits.
 */
final class FireByHand implements RecordHandler {

  private static final Logger log = LoggerFactory.getLogger(FireByHand.class);

  private final Schedules schedules;
  private final Payloads payloads;
  private final RecordRun record;
  private final InstantSource clock;

  FireByHand(Schedules schedules, Payloads payloads, RecordRun record, InstantSource clock) {
    this.schedules = schedules;
    this.payloads = payloads;
    this.record = record;
    this.clock = clock;
  }

  @Override
  public Mono<Void> handle(Received received) {
    ScheduleTrigger trigger = Json.read(received.value(), ScheduleTrigger.class);
    if (!Arrays.equals(received.record().key(), trigger.schedule().getBytes(UTF_8))) {
      throw new MalformedRecord("a trigger under a key that is not its schedule", null);
    }
    return schedules
        .view(trigger.schedule())
        .flatMap(view -> fire(view, trigger, received).thenReturn(true))
        .switchIfEmpty(Mono.fromSupplier(() -> unknown(trigger)))
        .then();
  }

  private Mono<Void> fire(ScheduleView view, ScheduleTrigger trigger, Received received) {
    Instant now = clock.instant();
    var firing = new Firing(view.schedule(), trigger.fire(), trigger.at(), now, received.trace());
    return payloads
        .fire(firing)
        .map(fired -> run(view, trigger, now, fired))
        .flatMap(run -> record.record(view.schedule(), run));
  }

  private static ScheduleRun run(
      ScheduleView view, ScheduleTrigger trigger, Instant now, Fired fired) {
    return new ScheduleRun(
        ScheduleRun.SCHEMA_VERSION,
        trigger.schedule(),
        view.schedule().revision(),
        trigger.at(),
        now,
        trigger.fire(),
        fired.outcome(),
        fired.reason(),
        0,
        view.next(),
        null);
  }

  private static boolean unknown(ScheduleTrigger trigger) {
    log.info("Schedule {} is not known any more, and can't be fired", trigger.schedule());
    return false;
  }
}
