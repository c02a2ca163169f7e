package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.notification.NotificationRequested;
import io.herald.worker.compose.ComposeContents;
import io.herald.worker.compose.Composed;
import io.herald.worker.control.Controls;
import io.herald.worker.control.ControlsUnknown;
import io.herald.worker.deferred.Deferral;
import io.herald.worker.recipient.ResolveRecipients;
import io.herald.worker.recipient.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The core of the expansion: a notification becomes messages. What it gives for the same
 * notification has the same ids every time, so it may be done again after a crash.
 */
final class ExpandNotification {

  private static final int ASKED_AT_ONCE = 64;
  private static final Duration WHILE_PAUSED = Duration.ofSeconds(10);

  private final ComposeContents compose;
  private final ResolveRecipients resolve;
  private final DecideFate decide;
  private final Controls controls;
  private final Supplier<Instant> now;

  /**
   * Wires it.
   *
   * @param now the time that quiet hours and due times are compared with
   */
  ExpandNotification(
      ComposeContents compose,
      ResolveRecipients resolve,
      DecideFate decide,
      Controls controls,
      Supplier<Instant> now) {
    this.compose = compose;
    this.resolve = resolve;
    this.decide = decide;
    this.controls = controls;
    this.now = now;
  }

  /**
   * Expands it, or its next slice.
   *
   * @return fails when it can't be told at the moment who its recipients are, or whether it may go
   *     out
   */
  Mono<Expansion> expand(Task task) {
    Instant moment = now.get();
    return switch (controls.of(task.notification().id())) {
      case GIVEN -> expand(task, moment);
      case PAUSED ->
          Mono.just(Expansion.later(task, nextLook(moment), tell(task, moment).paused()));
      case STOPPED -> Mono.just(told(task, tell(task, moment).stopped()));
      case NOT_KNOWN_YET -> Mono.error(ControlsUnknown::new);
    };
  }

  /** The same for a record that is handled again a moment later. */
  private static Instant nextLook(Instant moment) {
    long interval = WHILE_PAUSED.toMillis();
    return Instant.ofEpochMilli((moment.toEpochMilli() / interval + 1) * interval);
  }

  private static TellShares tell(Task task, Instant moment) {
    return new TellShares(task, moment);
  }

  private static Expansion told(Task task, List<DeliveryEvent> events) {
    return Expansion.told(task.notification().priority(), events);
  }

  private Mono<Expansion> expand(Task task, Instant moment) {
    NotificationRequested notification = task.notification();
    Instant due = notification.notBefore();
    if (due != null && moment.isBefore(due)) {
      var events = tell(task, moment).early(due);
      return Mono.just(Expansion.later(new Deferral(notification, due, null), events));
    }
    return switch (compose.compose(notification)) {
      case Composed.Nothing nothing -> Mono.just(told(task, tell(task, moment).nothing(nothing)));
      case Composed.Ready ready ->
          resolve
              .resolve(notification.to(), task.after())
              .flatMap(slice -> expanded(task, ready, slice, moment));
    };
  }

  private Mono<Expansion> expanded(Task task, Composed.Ready ready, Slice slice, Instant moment) {
    return Flux.fromIterable(slice.addressees())
        .flatMapSequential(it -> decide.of(task.notification(), it, moment), ASKED_AT_ONCE)
        .collectList()
        .map(fates -> new WriteExpansion(task, ready, moment).write(fates, slice.next()));
  }
}
