package io.herald.gateway.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Post;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.schedule.ScheduleView;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post as it stands.
 *
 * @param id of the post; its schedule's is {@code post:<id>}
 * @param status how far it is
 * @param reason why it was not published, in plain words; absent: it was, or may still be
 * @param at when it is to be published
 * @param endedAt when it was published, or given up; absent: neither yet
 * @param title what people call it; absent: nothing
 * @param owner who is told what came of it; absent: nobody
 * @param post what and where
 */
record PostView(
    String id,
    Status status,
    @Nullable String reason,
    Instant at,
    @Nullable Instant endedAt,
    String title,
    @Nullable String owner,
    Post post) {

  /** What the ids of their schedules begin with. */
  static final String PREFIX = "post:";

  /** How far a post is. */
  enum Status {
    /** It waits for its time. */
    @JsonProperty("scheduled")
    SCHEDULED,
    /** It does not wait for its time: its schedule is paused. */
    @JsonProperty("paused")
    PAUSED,
    /** Its time has come, and Telegram does not have it yet. */
    @JsonProperty("publishing")
    PUBLISHING,
    /** Telegram has it. */
    @JsonProperty("published")
    PUBLISHED,
    /** It can't be published. */
    @JsonProperty("failed")
    FAILED,
    /** Nothing ran at its time, and it is too late by now. */
    @JsonProperty("missed")
    MISSED
  }

  /** Empty when that schedule is no post that was sent in here. */
  static Optional<PostView> of(ScheduleView view) {
    Schedule schedule = view.schedule();
    return schedule.id().startsWith(PREFIX)
            && schedule.payload() instanceof PublishPost(Post post)
            && schedule.timing() instanceof At(Instant at)
        ? Optional.of(of(schedule, view.next() == null ? view.last() : null, at, post))
        : Optional.empty();
  }

  /**
   * @param last what came of it; null: it is still to come, whatever came of fires by hand
   */
  private static PostView of(Schedule schedule, @Nullable ScheduleRun last, Instant at, Post post) {
    Status status = status(schedule, last);
    return new PostView(
        schedule.id().substring(PREFIX.length()),
        status,
        last == null ? null : last.reason(),
        at,
        last == null || status == Status.PUBLISHING ? null : ended(last),
        schedule.title(),
        schedule.owner().user(),
        post);
  }

  private static Status status(Schedule schedule, @Nullable ScheduleRun last) {
    if (last == null) {
      return schedule.paused() ? Status.PAUSED : Status.SCHEDULED;
    }
    return switch (last.outcome()) {
      case FIRED -> Status.PUBLISHING;
      case COMPLETED -> Status.PUBLISHED;
      case FAILED -> Status.FAILED;
      case SKIPPED -> Status.MISSED;
    };
  }

  private static Instant ended(ScheduleRun run) {
    Long millis = run.durationMillis();
    return millis == null ? run.firedAt() : run.firedAt().plusMillis(millis);
  }

  /** Whether nothing of it can have gone out. */
  boolean waits() {
    return status == Status.SCHEDULED || status == Status.PAUSED;
  }
}
