package io.herald.gateway.schedule;

import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.ScheduleChanged;
import io.herald.runtime.schedule.ScheduleFilter;
import io.herald.runtime.schedule.SchedulePage;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What people and programs can do with schedules, whichever way they ask. What is somebody else's
 * is as if it were not there. Expected refusals are values.
 *
 * <p>Redis is gone or its index not complete: everything fails with {@link
 * io.herald.runtime.schedule.SchedulesUnknown}. Kafka is gone: what would change something fails
 * with Kafka's error and changes nothing.
 */
public final class ScheduleDesk {

  private final Schedules schedules;
  private final KnownScripts scripts;
  private final InstantSource clock;
  private final int mostPerPerson;

  ScheduleDesk(Schedules schedules, KnownScripts scripts, InstantSource clock, int mostPerPerson) {
    this.schedules = schedules;
    this.scripts = scripts;
    this.clock = clock;
    this.mostPerPerson = mostPerPerson;
  }

  /** When something of that timing would be due. */
  public Preview preview(ScheduleDraft draft) {
    return Preview.of(draft.timing(), draft.endsAt(), clock.instant());
  }

  /**
   * A page of the schedules that they see.
   *
   * @param filter its owner counts for who sees everybody's
   * @param after {@code next} of the page before; null: from the first
   */
  public Mono<SchedulePage> page(
      Actor actor, ScheduleFilter filter, @Nullable String after, int limit) {
    ScheduleFilter seen =
        actor.isAdmin()
            ? filter
            : new ScheduleFilter(actor.asOwner(), filter.kind(), filter.paused(), filter.text());
    return schedules.page(seen, after, limit);
  }

  /** The schedule as it stands; empty when there is none for them. */
  public Mono<ScheduleView> find(Actor actor, String id) {
    return schedules.view(id).filter(view -> actor.sees(view.schedule()));
  }

  /** The last twenty fires of a schedule, the newest first; empty when there is none for them. */
  public Mono<List<ScheduleRun>> runs(Actor actor, String id) {
    return find(actor, id).flatMap(_ -> schedules.runs(id));
  }

  /** Makes a schedule. The same again, by the same id, makes no other one. */
  public Mono<Saved> create(Actor actor, String id, ScheduleDraft draft) {
    return Rights.problem(actor, draft.payload())
        .<Mono<Saved>>map(why -> Mono.just(new Saved.Forbidden(why)))
        .orElseGet(() -> createOrCompare(actor, id, draft));
  }

  private Mono<Saved> createOrCompare(Actor actor, String id, ScheduleDraft draft) {
    Schedule wanted = draft.asNew(id, actor.asOwner(), clock.instant());
    return schedules
        .view(id)
        .map(there -> compare(actor, there, draft))
        .switchIfEmpty(Mono.defer(() -> createNew(actor, wanted)))
        .onErrorResume(ScheduleChanged.class, _ -> compareAgain(actor, id, draft));
  }

  private Mono<Saved> createNew(Actor actor, Schedule wanted) {
    return Fit.problem(actor, wanted, clock.instant())
        .<Mono<Saved>>map(why -> Mono.just(new Saved.Unfit(why)))
        .orElseGet(() -> ifKnown(wanted, () -> createIfRoom(actor, wanted)));
  }

  private Mono<Saved> ifKnown(Schedule wanted, Supplier<Mono<Saved>> save) {
    return scripts
        .problem(wanted.payload())
        .flatMap(problem ->
            problem.<Mono<Saved>>map(why -> Mono.just(new Saved.Unfit(why))).orElseGet(save));
  }

  private Mono<Saved> createIfRoom(Actor actor, Schedule wanted) {
    return hasRoom(actor)
        .flatMap(hasRoom ->
            hasRoom
                ? schedules.save(wanted).flatMap(this::view).map(Saved.Created::new)
                : Mono.just(new Saved.TooMany(mostPerPerson)));
  }

  private Mono<Boolean> hasRoom(Actor actor) {
    return actor.isAdmin()
        ? Mono.just(true)
        : schedules.of(actor.asOwner()).count().map(count -> count < mostPerPerson);
  }

  private Mono<Saved> compareAgain(Actor actor, String id, ScheduleDraft draft) {
    return schedules
        .view(id)
        .map(there -> compare(actor, there, draft))
        .defaultIfEmpty(new Saved.Taken());
  }

  private static Saved compare(Actor actor, ScheduleView there, ScheduleDraft draft) {
    return actor.sees(there.schedule()) && draft.isSameAs(ScheduleDraft.of(there.schedule()))
        ? new Saved.AsWanted(there)
        : new Saved.Taken();
  }

  /**
   * Replaces what was chosen of a schedule.
   *
   * @param revision the one that they have seen; empty: whichever it has
   */
  public Mono<Saved> replace(Actor actor, String id, OptionalLong revision, ScheduleDraft draft) {
    return find(actor, id)
        .flatMap(there -> replace(actor, there, revision, draft))
        .defaultIfEmpty(new Saved.Missing())
        .onErrorResume(ScheduleChanged.class, error -> Mono.just(outdated(error)));
  }

  /**
   * Gives a schedule the title and the timing of that draft, whichever revision it has; all else of
   * it stays as it is.
   */
  public Mono<Saved> move(Actor actor, String id, ScheduleDraft to) {
    return find(actor, id)
        .flatMap(there -> {
          ScheduleDraft moved = ScheduleDraft.of(there.schedule()).movedTo(to);
          return replace(actor, there, OptionalLong.empty(), moved);
        })
        .defaultIfEmpty(new Saved.Missing())
        .onErrorResume(ScheduleChanged.class, error -> Mono.just(outdated(error)));
  }

  private Mono<Saved> replace(
      Actor actor, ScheduleView there, OptionalLong revision, ScheduleDraft draft) {
    Schedule before = there.schedule();
    // What stays as it is was allowed to whoever wrote it, such as the bot a reminder.
    Optional<Violation> forbidden =
        draft.payload().equals(before.payload())
            ? Optional.empty()
            : Rights.problem(actor, draft.payload());
    if (forbidden.isPresent()) {
      return Mono.just(new Saved.Forbidden(forbidden.get()));
    }
    if (revision.isPresent() && revision.getAsLong() != before.revision()) {
      return Mono.just(new Saved.Outdated(before.revision()));
    }
    Schedule wanted = draft.onto(before);
    if (wanted.equals(before)) {
      return Mono.just(new Saved.AsWanted(there));
    }
    return Fit.problem(actor, before, wanted, clock.instant())
        .<Mono<Saved>>map(why -> Mono.just(new Saved.Unfit(why)))
        .orElseGet(() ->
            wanted.payload().equals(before.payload())
                ? saved(wanted)
                : ifKnown(wanted, () -> saved(wanted)));
  }

  private Mono<Saved> saved(Schedule wanted) {
    return schedules.save(wanted).flatMap(this::view).map(Saved.AsWanted::new);
  }

  private static Saved outdated(ScheduleChanged error) {
    return error.revision() == 0 ? new Saved.Missing() : new Saved.Outdated(error.revision());
  }

  /** Pauses or resumes a schedule; empty when there is none for them. */
  public Mono<ScheduleView> pause(Actor actor, String id, boolean paused) {
    return find(actor, id)
        .flatMap(_ -> schedules.change(id, schedule -> schedule.withPaused(paused)))
        .flatMap(this::view);
  }

  /** Deletes a schedule and its history; false: there is none for them. */
  public Mono<Boolean> delete(Actor actor, String id) {
    return find(actor, id).flatMap(_ -> schedules.delete(id)).defaultIfEmpty(false);
  }

  /**
   * Has a schedule fired now; empty when there is none for them.
   *
   * @param request the same again is the same fire
   */
  public Mono<ScheduleTrigger> trigger(Actor actor, String id, String request) {
    return find(actor, id).flatMap(_ -> schedules.trigger(id, request, actor.name()));
  }

  // Deleted in the moment between: it is answered as it was saved.
  private Mono<ScheduleView> view(Schedule saved) {
    return schedules.view(saved.id()).defaultIfEmpty(new ScheduleView(saved, null, null));
  }
}
