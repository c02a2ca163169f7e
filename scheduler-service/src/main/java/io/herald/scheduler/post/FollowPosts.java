package io.herald.scheduler.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.runtime.schedule.Schedules;
import io.herald.scheduler.due.FindRun;
import io.herald.scheduler.due.RecordRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Follows what becomes of posts: deliveries tell of those that went out, runs of those that did
 * not. Their run is brought to its end, and the owner is told. A post that is deleted has nobody to
 * tell.
 *
 * <p>Redis or Kafka is gone, or the index of schedules is not complete: the record waits.
 */
final class FollowPosts implements RecordHandler {

  private static final byte[] FIRES = "schedule:".getBytes(UTF_8);

  private final Schedules schedules;
  private final FindRun runs;
  private final RecordRun record;
  private final TellOwner tell;

  FollowPosts(Schedules schedules, FindRun runs, RecordRun record, TellOwner tell) {
    this.schedules = schedules;
    this.runs = runs;
    this.record = record;
    this.tell = tell;
  }

  @Override
  public Mono<Void> handle(Received received) {
    return received.record().topic().equals(Topics.DELIVERIES) ? delivery(received) : run(received);
  }

  // Most deliveries are none of posts, and need not be read to see that.
  private Mono<Void> delivery(Received received) {
    if (!isFire(received.record().key())) {
      return Mono.empty();
    }
    DeliveryEvent event = Json.read(received.value(), DeliveryEvent.class);
    return Mono.justOrEmpty(isOfPost(event) ? Verdict.of(event) : Optional.empty())
        .flatMap(verdict -> delivered(verdict, received));
  }

  private static boolean isFire(byte[] key) {
    return key != null
        && key.length > FIRES.length
        && Arrays.equals(key, 0, FIRES.length, FIRES, 0, FIRES.length);
  }

  private static boolean isOfPost(DeliveryEvent event) {
    return event.origin() != null
        && FirePost.SOURCE.equals(event.origin().source())
        && FirePost.KIND.equals(event.origin().kind());
  }

  private Mono<Void> delivered(Verdict verdict, Received received) {
    return Mono.justOrEmpty(ScheduleIds.scheduleOf(verdict.fire()))
        .flatMap(schedules::find)
        .filterWhen(schedule -> ended(schedule, verdict))
        .flatMap(schedule -> tell(schedule, verdict, received));
  }

  /** Records it; whether it counts: a part that arrives does not heal one that has failed. */
  private Mono<Boolean> ended(Schedule schedule, Verdict verdict) {
    return runs.find(schedule.id(), verdict.at(), run -> run.fire().equals(verdict.fire()))
        .flatMap(run -> ended(schedule, run, verdict))
        .defaultIfEmpty(true);
  }

  private Mono<Boolean> ended(Schedule schedule, ScheduleRun run, Verdict verdict) {
    boolean isLost =
        run.outcome() == RunOutcome.FAILED && verdict.isPublished() && !verdict.isAllOfIt();
    return isLost
        ? Mono.just(false)
        : record.record(schedule, ended(run, verdict)).thenReturn(true);
  }

  private static ScheduleRun ended(ScheduleRun run, Verdict verdict) {
    long millis = Duration.between(run.firedAt(), verdict.at()).toMillis();
    return run.ended(
        verdict.isPublished() ? RunOutcome.COMPLETED : RunOutcome.FAILED,
        verdict.reason(),
        Math.max(0, millis));
  }

  // What was delivered is told by its delivery; its run says it once more.
  private Mono<Void> run(Received received) {
    if (received.value().length == 0) {
      return Mono.empty();
    }
    ScheduleRun run = Json.read(received.value(), ScheduleRun.class);
    return Mono.justOrEmpty(run.durationMillis() == null ? Verdict.of(run) : Optional.empty())
        .flatMap(
            verdict -> schedules.find(run.schedule()).flatMap(it -> tell(it, verdict, received)));
  }

  private Mono<Void> tell(Schedule schedule, Verdict verdict, Received received) {
    return schedule.payload() instanceof PublishPost(var post)
        ? tell.tell(schedule.owner(), post, verdict, received.trace())
        : Mono.empty();
  }
}
