package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.message.MessageIds;
import io.herald.model.message.Origin;
import io.herald.model.message.Part;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records of one notification, as they lie on the topics; of ids that no other test has. */
public final class Happening {

  private final String run = UUID.randomUUID().toString();
  private final Instant begin;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private String kind = NotificationRequested.MESSAGE;

  /** Begins at that time. */
  public Happening(Instant begin) {
    this.begin = Instant.ofEpochMilli(begin.toEpochMilli());
  }

  /** Begins a minute ago. */
  public static Happening recent() {
    return new Happening(Instant.now().minusSeconds(60));
  }

  /** The notification's id. */
  public String id() {
    return "n-" + run;
  }

  /** The service that asks; it asks for nothing else. */
  public String source() {
    return "s-" + run;
  }

  /** A person that no other test knows. */
  public String user(String name) {
    return name + '-' + run + "@example.com";
  }

  Happening kind(String other) {
    kind = other;
    return this;
  }

  /** The request, accepted when it all begins. */
  public Happening asked(String title, Recipient... to) {
    return asked(id(), 0, title, to);
  }

  Happening asked(String id, long millis, String title, Recipient... to) {
    var request =
        new NotificationRequested(
            "1.0.0",
            id,
            source(),
            kind,
            List.of(to),
            Lane.STANDARD,
            title,
            "Text",
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    add(Topics.NOTIFICATIONS, begin.plusMillis(millis), Json.write(request));
    return this;
  }

  /** A state of that person's only message. */
  public Happening told(String user, DeliveryStatus status, long millis) {
    return told(user, Part.ONLY, status, status == DeliveryStatus.PENDING ? 0 : 1, null, millis, 1);
  }

  Happening told(
      String user,
      Part part,
      DeliveryStatus status,
      int attempts,
      @Nullable String errorClass,
      long millis,
      @Nullable Integer total) {
    String message = MessageIds.notification(id(), Recipient.user(user).word(), part.index() - 1);
    var event =
        new DeliveryEvent(
            "1.1.0",
            id(),
            message,
            part,
            "main",
            "4711",
            Lane.STANDARD,
            status,
            attempts,
            millis,
            status == DeliveryStatus.SENT ? List.of(7L) : List.of(),
            errorClass,
            null,
            List.of(),
            begin.plusMillis(millis),
            new Origin(source(), kind, user),
            total);
    add(Topics.DELIVERIES, Instant.now(), Json.write(event));
    return this;
  }

  private void add(String topic, Instant at, byte[] value) {
    records.add(
        new ConsumerRecord<>(
            topic,
            0,
            records.size(),
            at.toEpochMilli(),
            TimestampType.CREATE_TIME,
            id().length(),
            value.length,
            id().getBytes(UTF_8),
            value,
            new RecordHeaders(),
            Optional.empty()));
  }

  /** All of it, in the order in which it was told. */
  public List<ConsumerRecord<byte[], byte[]>> records() {
    return List.copyOf(records);
  }
}
