package io.herald.runtime.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.OneAtATime;
import io.herald.runtime.redis.RedisLink;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The schedules: {@code herald.schedules} is the record, Redis the index that is asked.
 *
 * <p>Redis is gone or incomplete: every question and change fails with {@link SchedulesUnknown}.
 * Kafka is gone: nothing can be saved, everything can be asked.
 */
public final class Schedules {

  private static final int MOST_OF_AN_OWNER = 1000;
  private static final int LOOK = 200;

  private final ReadSchedules read;
  private final WriteSchedules write;
  private final OneAtATime oneAtATime;
  private final PublishRecord publish;
  private final InstantSource clock;

  Schedules(RedisLink redis, PublishRecord publish, InstantSource clock) {
    this.read = new ReadSchedules(redis);
    this.write = new WriteSchedules(redis, publish);
    this.oneAtATime = new OneAtATime(redis, "lock:schedule:", SchedulesUnknown::new);
    this.publish = publish;
    this.clock = clock;
  }

  /** The schedule; empty when there is none of that id. */
  public Mono<Schedule> find(String id) {
    return view(id).map(ScheduleView::schedule);
  }

  /** The schedule as it stands; empty when there is none of that id. */
  public Mono<ScheduleView> view(String id) {
    return read.view(id);
  }

  /**
   * A page of schedules, in the order of their ids.
   *
   * @param after {@code next} of the page before; null: from the first
   * @param limit most schedules in it
   */
  public Mono<SchedulePage> page(ScheduleFilter filter, @Nullable String after, int limit) {
    if (filter.isForNobody()) {
      return Mono.just(new SchedulePage(List.of(), null));
    }
    return look(LookThrough.after(after), filter, limit)
        .expand(so -> so.goesOn(limit) ? look(so, filter, limit) : Mono.empty())
        .last()
        .map(LookThrough::page);
  }

  private Mono<LookThrough> look(LookThrough sofar, ScheduleFilter filter, int limit) {
    // One more than wanted tells whether there are more.
    int asked = filter.letsAll() ? limit + 1 : Math.max(LOOK, limit + 1);
    return read.after(filter.word(), sofar.last(), asked)
        .map(next -> sofar.at(next, asked, filter, limit));
  }

  /** The first thousand schedules of that owner: see {@link ScheduleFilter}. */
  public Flux<ScheduleView> of(Owner owner) {
    return page(ScheduleFilter.of(owner), null, MOST_OF_AN_OWNER)
        .flatMapIterable(SchedulePage::schedules);
  }

  /** The last twenty fires of a schedule, the newest first; none when it is not known. */
  public Mono<List<ScheduleRun>> runs(String id) {
    return read.runs(id);
  }

  /**
   * Saves a schedule as it was found and changed, or a new one, whose revision is 0.
   *
   * @return the schedule with its new revision, when it is durable on Kafka and in force; fails
   *     with {@link ScheduleChanged} when it has not the revision of the one given, or with Kafka's
   *     error
   */
  public Mono<Schedule> save(Schedule schedule) {
    return oneAtATime.run(
        schedule.id(),
        () ->
            find(schedule.id())
                .map(Schedule::revision)
                .defaultIfEmpty(0L)
                .flatMap(revision -> saveAt(revision, schedule)));
  }

  private Mono<Schedule> saveAt(long revision, Schedule schedule) {
    return revision == schedule.revision()
        ? saved(schedule)
        : Mono.error(() -> new ScheduleChanged(schedule.id(), schedule.revision(), revision));
  }

  private Mono<Schedule> saved(Schedule schedule) {
    Schedule next = schedule.nextRevision(clock.instant());
    return write.save(next).thenReturn(next);
  }

  /**
   * Changes the schedule of that id; nobody else changes it meanwhile. What does not change is not
   * saved.
   *
   * @return the schedule as it is then; empty when there is none
   */
  public Mono<Schedule> change(String id, UnaryOperator<Schedule> change) {
    return oneAtATime.run(id, () -> find(id).flatMap(before -> changed(before, change)));
  }

  private Mono<Schedule> changed(Schedule before, UnaryOperator<Schedule> change) {
    Schedule after = change.apply(before);
    return after.equals(before) ? Mono.just(before) : saved(after);
  }

  /** Deletes the schedule and its history; false: there is none of that id. */
  public Mono<Boolean> delete(String id) {
    return oneAtATime.run(
        id,
        () ->
            find(id)
                .flatMap(found -> write.delete(found.id()).thenReturn(true))
                .defaultIfEmpty(false));
  }

  /**
   * Has a schedule fired now, whenever it is due, and if it is paused too. Completes when that is
   * durable on Kafka; the scheduler fires it a moment later.
   *
   * @param request the same again is the same fire: see {@code ScheduleIds.isRequest}
   * @param by who wants it; null: not told
   * @return what was asked for, with the id of the fire; empty when there is no such schedule
   */
  public Mono<ScheduleTrigger> trigger(String id, String request, @Nullable String by) {
    return find(id)
        .map(_ ->
            new ScheduleTrigger(ScheduleTrigger.SCHEMA_VERSION, id, request, by, clock.instant()))
        .flatMap(trigger -> publish.publish(asRecord(trigger)).thenReturn(trigger));
  }

  private static ProducerRecord<byte[], byte[]> asRecord(ScheduleTrigger trigger) {
    byte[] key = trigger.schedule().getBytes(UTF_8);
    return new ProducerRecord<>(Topics.SCHEDULE_TRIGGERS, key, Json.write(trigger));
  }
}
