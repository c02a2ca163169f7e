package io.herald.scheduler.post;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.history.PlainWords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a post.
 *
 * @param fire its id
 * @param reason why it was not published, in plain words; null: it was
 * @param attempts calls to Telegram; 0: there was none
 * @param messageIds Telegram's ids of what was published
 * @param isAllOfIt whether nothing else can have come of other parts of it
 * @param at when that was known
 */
record Verdict(
    String fire,
    @Nullable String reason,
    int attempts,
    List<Long> messageIds,
    boolean isAllOfIt,
    Instant at) {

  /**
   * What a delivery means for the post; empty: nothing yet. A long post goes out in parts, one
   * after the other: it is published with the last of them, and failed with any.
   */
  static Optional<Verdict> of(DeliveryEvent event) {
    boolean isLast = event.part().index() == event.part().count();
    return switch (event.status()) {
      case PENDING, RETRYING, SUPERSEDED -> Optional.empty();
      case SENT -> isLast ? Optional.of(of(event, null)) : Optional.empty();
      case FAILED, SUPPRESSED -> Optional.of(of(event, why(event, "it can't be delivered")));
      case EXPIRED -> Optional.of(of(event, why(event, "it could not be delivered in time")));
    };
  }

  private static Verdict of(DeliveryEvent event, @Nullable String reason) {
    return new Verdict(
        event.notificationId(),
        reason,
        event.attempts(),
        event.messageIds(),
        event.part().count() == 1,
        event.at());
  }

  private static String why(DeliveryEvent event, String otherwise) {
    return Objects.requireNonNullElse(PlainWords.of(event.errorClass(), event.error()), otherwise);
  }

  /**
   * What a run means for the post; empty: it was fired, and what follows from that is not known.
   */
  static Optional<Verdict> of(ScheduleRun run) {
    return run.outcome() == RunOutcome.SKIPPED || run.outcome() == RunOutcome.FAILED
        ? Optional.of(new Verdict(run.fire(), why(run), 0, List.of(), true, run.firedAt()))
        : Optional.empty();
  }

  private static String why(ScheduleRun run) {
    return Objects.requireNonNullElse(run.reason(), "it was not fired");
  }

  boolean isPublished() {
    return reason == null;
  }
}
