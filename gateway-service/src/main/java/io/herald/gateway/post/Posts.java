package io.herald.gateway.post;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.schedule.ScheduleChanged;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/**
 * Posts as schedules that are due once.
 *
 * <p>Redis is gone, or the index not complete: everything fails with {@code SchedulesUnknown}.
 * Kafka is gone: nothing can be taken in or deleted, which fails with its error.
 */
final class Posts {

  private final Schedules schedules;
  private final InstantSource clock;

  Posts(Schedules schedules, InstantSource clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * Takes a post in; the same post under the same id again is taken in once.
   *
   * @return the post when it is durable; fails with {@link IdTaken} when the id is another post's
   */
  Mono<PostView> take(String id, Draft draft, Owner owner) {
    return existing(id, draft).switchIfEmpty(Mono.defer(() -> save(id, draft, owner)));
  }

  private Mono<PostView> existing(String id, Draft draft) {
    return schedules.view(PostView.PREFIX + id).flatMap(view -> same(view, draft));
  }

  private static Mono<PostView> same(ScheduleView view, Draft draft) {
    return draft.isAs(view.schedule())
        ? Mono.justOrEmpty(PostView.of(view))
        : Mono.error(IdTaken::new);
  }

  private Mono<PostView> save(String id, Draft draft, Owner owner) {
    Instant now = clock.instant();
    Instant at = draft.at() == null ? now : draft.at();
    var schedule =
        Schedule.of(
            PostView.PREFIX + id,
            owner,
            draft.title(),
            new At(at),
            new PublishPost(draft.post()),
            now);
    return schedules
        .save(schedule)
        .flatMap(saved -> Mono.justOrEmpty(PostView.of(new ScheduleView(saved, at, null))))
        .onErrorResume(ScheduleChanged.class, _ -> existing(id, draft));
  }

  /** The post; empty when there is none of that id. */
  Mono<PostView> find(String id) {
    return schedules
        .view(PostView.PREFIX + id)
        .flatMap(view -> Mono.justOrEmpty(PostView.of(view)));
  }

  /** From then on it is not published; one that is on its way already goes out. */
  Mono<Boolean> delete(PostView post) {
    return schedules.delete(PostView.PREFIX + post.id());
  }

  /** The id is another post's. */
  static final class IdTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdTaken() {
      super("another post has that id", null, false, false);
    }
  }
}
