package io.herald.worker.expand;

import io.herald.model.notification.NotificationRequested;
import io.herald.worker.compose.ComposeContents;
import io.herald.worker.compose.Composed;
import io.herald.worker.deferred.Deferral;
import io.herald.worker.recipient.ResolveRecipients;
import io.herald.worker.recipient.Slice;
import java.time.Instant;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The core of the expansion: a notification becomes messages. What it gives for the same
 * notification has the same ids every time, so it may be done again after a crash.
 */
final class ExpandNotification {

  private static final int ASKED_AT_ONCE = 64;

  private final ComposeContents compose;
  private final ResolveRecipients resolve;
  private final DecideFate decide;
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
      Supplier<Instant> now) {
    this.compose = compose;
    this.resolve = resolve;
    this.decide = decide;
    this.now = now;
  }

  /**
   * Expands it, or its next slice.
   *
   * @return fails when it can't be told at the moment who its recipients are
   */
  Mono<Expansion> expand(Task task) {
    NotificationRequested notification = task.notification();
    Instant moment = now.get();
    Instant due = notification.notBefore();
    if (due != null && moment.isBefore(due)) {
      var events = new TellShares(task, moment).early(due);
      return Mono.just(Expansion.later(new Deferral(notification, due, null), events));
    }
    return switch (compose.compose(notification)) {
      case Composed.Nothing nothing ->
          Mono.just(
              Expansion.told(
                  notification.priority(), new TellShares(task, moment).nothing(nothing)));
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
