package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.notification.NotificationRequested;
import io.herald.worker.preference.Advice;
import io.herald.worker.preference.AskPreferences;
import io.herald.worker.recipient.Addressee;
import io.herald.worker.repetition.AskRepetition;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Decides for each recipient whether a notification goes out to them, and when. */
final class DecideFate {

  private static final Map<String, String> SUPPRESSED =
      Map.of(
          "disabled", "notifications are turned off",
          "priority", "less urgent than what is wanted",
          "duplicate", "one with the same dedupe key was sent before",
          "cooldown", "one of the same source and kind was sent before",
          "same_chat", "the chat gets it already as another recipient");

  private final AskRepetition repetition;

  DecideFate(AskRepetition repetition) {
    this.repetition = repetition;
  }

  Mono<Fate> of(NotificationRequested notification, Addressee addressee, Instant now) {
    return switch (addressee) {
      case Addressee.Reachable it -> reachable(notification, it, now);
      case Addressee.Repeated it -> Mono.just(suppressed(it, "same_chat"));
      case Addressee.Unreachable it ->
          Mono.just(new Fate.Stays(it, DeliveryStatus.FAILED, it.errorClass(), it.error()));
    };
  }

  private Mono<Fate> reachable(
      NotificationRequested notification, Addressee.Reachable addressee, Instant now) {
    Instant expiresAt = notification.expiresAt();
    if (expiresAt != null && !now.isBefore(expiresAt)) {
      // Its messages are put aside as expired; what nobody gets must not suppress what comes after.
      return Mono.just(new Fate.Goes(addressee));
    }
    return switch (AskPreferences.about(addressee.preferences(), notification.priority(), now)) {
      case Advice.Send _ ->
          repetition
              .reason(notification, addressee.bot(), addressee.chat())
              .map(reason -> suppressed(addressee, reason))
              .defaultIfEmpty(new Fate.Goes(addressee));
      case Advice.WaitUntil(var until) -> Mono.just(waits(notification, addressee, until));
      case Advice.Suppress(var reason) -> Mono.just(suppressed(addressee, reason));
    };
  }

  /** What expires before its recipient wakes up need not wait. */
  private static Fate waits(
      NotificationRequested notification, Addressee.Reachable addressee, Instant until) {
    Instant expiresAt = notification.expiresAt();
    return expiresAt == null || until.isBefore(expiresAt)
        ? new Fate.Waits(addressee, until)
        : new Fate.Stays(
            addressee,
            DeliveryStatus.EXPIRED,
            "quiet_hours",
            "it expires before their quiet hours end");
  }

  private static Fate suppressed(Addressee addressee, String reason) {
    return new Fate.Stays(
        addressee, DeliveryStatus.SUPPRESSED, reason, SUPPRESSED.getOrDefault(reason, reason));
  }
}
