package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.message.MessageIds;
import io.herald.model.message.Origin;
import io.herald.model.message.Part;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.worker.compose.Composed;
import io.herald.worker.recipient.Addressee;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the events that tell what the expansion has made of a notification. */
final class TellShares {

  private static final List<String> AS_WRITTEN = List.of("plain-text");

  /**
   * What is told.
   *
   * @param status the state
   * @param errorClass one word of the field; null: nothing is wrong
   * @param error the same for people
   * @param downgrades what had to be given up so that it can be sent
   */
  record Word(
      DeliveryStatus status,
      @Nullable String errorClass,
      @Nullable String error,
      List<String> downgrades) {

    Word(DeliveryStatus status, String errorClass, String error) {
      this(status, errorClass, error, List.of());
    }

    /** It waits, and not just for its turn. */
    static Word waits(String errorClass, Instant until) {
      return new Word(DeliveryStatus.PENDING, errorClass, "waits until " + until);
    }

    /** It waits for its turn, though perhaps not as it was written. */
    static Word pending(Composed.@Nullable Flaw flaw) {
      return flaw == null
          ? new Word(DeliveryStatus.PENDING, null, null, List.of())
          : new Word(DeliveryStatus.PENDING, null, flaw.error(), AS_WRITTEN);
    }
  }

  private final NotificationRequested notification;
  private final Task task;
  private final Instant now;

  TellShares(Task task, Instant now) {
    this.notification = task.notification();
    this.task = task;
    this.now = now;
  }

  /**
   * The whole notification waits until it is due: told for those whose messages are certain to have
   * these ids then.
   */
  List<DeliveryEvent> early(Instant due) {
    return early(Word.waits("not_before", due));
  }

  /** It is paused: told for the same. */
  List<DeliveryEvent> paused() {
    return early(new Word(DeliveryStatus.PENDING, "paused", "paused by an admin"));
  }

  private List<DeliveryEvent> early(Word word) {
    return notification.to().stream()
        .filter(it -> it.chat() != null || it.user() != null)
        .distinct()
        .map(it -> event(it.word(), it.user(), "", "", Part.ONLY, word, null))
        .toList();
  }

  /** The whole notification says nothing: told for each recipient as it was named. */
  List<DeliveryEvent> nothing(Composed.Nothing nothing) {
    return everybody(new Word(DeliveryStatus.FAILED, nothing.errorClass(), nothing.error()));
  }

  /** What is left of it is not sent: told for each recipient as it was named. */
  List<DeliveryEvent> stopped() {
    return everybody(new Word(DeliveryStatus.SUPPRESSED, "stopped", "stopped by an admin"));
  }

  private List<DeliveryEvent> everybody(Word word) {
    List<String> recipients = notification.to().stream().map(Recipient::word).distinct().toList();
    Integer whole = whole(recipients.size());
    return recipients.stream().map(it -> event(it, null, "", "", Part.ONLY, word, whole)).toList();
  }

  /** Nobody is in its audience. */
  DeliveryEvent nobody() {
    Word word = new Word(DeliveryStatus.FAILED, "no_recipients", "nobody has linked");
    return event(notification.key(), null, "", "", Part.ONLY, word, whole(1));
  }

  /** One message's state. */
  DeliveryEvent share(Addressee addressee, Part part, Word word, @Nullable Integer whole) {
    String name = addressee.word();
    String user = addressee.user();
    return switch (addressee) {
      case Addressee.Reachable it -> event(name, user, it.bot(), it.chat(), part, word, whole);
      case Addressee.Repeated it -> event(name, user, it.bot(), it.chat(), part, word, whole);
      case Addressee.Unreachable _ -> event(name, user, "", "", part, word, whole);
    };
  }

  /** How many messages the whole notification is, as far as that is known. */
  @Nullable Integer whole(int here) {
    if (task.whole() == null) {
      return task.expanded() + here;
    }
    return task.whole() == 0 ? null : task.whole();
  }

  private DeliveryEvent event(
      String recipient,
      @Nullable String user,
      String bot,
      String chat,
      Part part,
      Word word,
      @Nullable Integer whole) {
    return new DeliveryEvent(
        DeliveryEvent.SCHEMA_VERSION,
        notification.id(),
        MessageIds.notification(notification.id(), recipient, part.index() - 1),
        part,
        bot,
        chat,
        notification.priority(),
        word.status(),
        0,
        Math.max(0, Duration.between(task.at(), now).toMillis()),
        List.of(),
        word.errorClass(),
        word.error(),
        word.downgrades(),
        now,
        new Origin(notification.source(), notification.kind(), user),
        whole);
  }
}
