package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.worker.compose.Composed;
import io.herald.worker.deferred.Deferral;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a step of a notification's expansion comes to.
 *
 * @param lane that its messages go out on
 * @param messages for that lane; those of one chat in order
 * @param events what is told
 * @param deferrals what waits
 * @param next where it goes on; null: this was the last step
 * @param flaw what had to be given up; null: nothing
 */
record Expansion(
    Lane lane,
    List<OutboundMessage> messages,
    List<DeliveryEvent> events,
    List<Deferral> deferrals,
    @Nullable Continuation next,
    Composed.@Nullable Flaw flaw) {

  private static final Set<String> REPAIRABLE = Set.of("unknown_route", "unknown_template");

  /**
   * Where an audience's expansion goes on.
   *
   * @param after the user after whom
   * @param expanded how many messages it is so far
   */
  record Continuation(String after, int expanded) {}

  /** All of it waits. */
  static Expansion later(Deferral deferral, List<DeliveryEvent> events) {
    Lane lane = deferral.request().priority();
    return new Expansion(lane, List.of(), events, List.of(deferral), null, null);
  }

  /** What is left of it waits. */
  static Expansion later(Task task, Instant due, List<DeliveryEvent> events) {
    return later(
        new Deferral(task.notification(), due, task.whole(), task.after(), task.expanded()),
        events);
  }

  /** What an operator can put right, so that the record is worth keeping; empty: nothing. */
  Optional<DeliveryEvent> repairable() {
    return events.stream()
        .filter(event -> event.errorClass() != null && REPAIRABLE.contains(event.errorClass()))
        .findFirst();
  }

  /** Nothing goes out. */
  static Expansion told(Lane lane, List<DeliveryEvent> events) {
    return new Expansion(lane, List.of(), events, List.of(), null, null);
  }
}
