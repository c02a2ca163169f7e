package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.message.MessageIds;
import io.herald.model.message.Origin;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.Part;
import io.herald.model.message.SendOptions;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.worker.compose.Composed;
import io.herald.worker.deferred.Deferral;
import io.herald.worker.expand.TellShares.Word;
import io.herald.worker.recipient.Addressee;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages, events and deferrals for the recipients of a step. Every recipient has as many
 * message ids as the notification has parts, whatever becomes of them.
 */
final class WriteExpansion {

  private static final Duration LIVES = Duration.ofDays(1);

  private final List<OutboundMessage> messages = new ArrayList<>();
  private final List<DeliveryEvent> events = new ArrayList<>();
  private final List<Deferral> deferrals = new ArrayList<>();
  private final NotificationRequested notification;
  private final Task task;
  private final Composed.Ready ready;
  private final TellShares tell;

  WriteExpansion(Task task, Composed.Ready ready, Instant now) {
    this.notification = task.notification();
    this.task = task;
    this.ready = ready;
    this.tell = new TellShares(task, now);
  }

  /**
   * The step's outcome.
   *
   * @param next the user after whom the next step begins; null: there is none
   */
  Expansion write(List<Fate> fates, @Nullable String next) {
    int here = fates.size() * ready.contents().size();
    int soFar = task.expanded() + here;
    Integer whole = next == null ? tell.whole(here) : null;
    fates.forEach(fate -> write(fate, whole));
    if (next == null && soFar == 0) {
      events.add(tell.nobody());
    }
    return new Expansion(
        notification.priority(),
        messages,
        events,
        deferrals,
        next == null ? null : new Expansion.Continuation(next, soFar),
        ready.flaw());
  }

  private void write(Fate fate, @Nullable Integer whole) {
    switch (fate) {
      case Fate.Goes(var addressee) -> {
        messages.addAll(messages(addressee));
        tell(addressee, Word.pending(ready.flaw()), whole);
      }
      case Fate.Waits(var addressee, var until) -> {
        var share = notification.to(Recipient.user(String.valueOf(addressee.user())));
        deferrals.add(new Deferral(share, until, whole == null ? 0 : whole));
        tell(addressee, Word.waits("quiet_hours", until), whole);
      }
      case Fate.Stays(var addressee, var status, var errorClass, var error) ->
          tell(addressee, new Word(status, errorClass, error), whole);
    }
  }

  private void tell(Addressee addressee, Word word, @Nullable Integer whole) {
    parts().forEach(part -> events.add(tell.share(addressee, part, word, whole)));
  }

  private List<OutboundMessage> messages(Addressee.Reachable addressee) {
    return parts().stream().map(part -> message(addressee, part)).toList();
  }

  private List<Part> parts() {
    int count = ready.contents().size();
    return IntStream.rangeClosed(1, count).mapToObj(index -> new Part(index, count)).toList();
  }

  private OutboundMessage message(Addressee.Reachable addressee, Part part) {
    int index = part.index() - 1;
    Instant expiresAt = notification.expiresAt();
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        MessageIds.notification(notification.id(), addressee.word(), index),
        addressee.bot(),
        addressee.chat(),
        ready.contents().get(index),
        task.at(),
        expiresAt == null ? task.at().plus(LIVES) : expiresAt,
        notification.onUnknown(),
        notification.id(),
        part,
        index == 0 ? notification.replaceKey() : null,
        new SendOptions(notification.thread(), notification.silent(), notification.protect()),
        new Origin(notification.source(), notification.kind(), addressee.user()));
  }
}
