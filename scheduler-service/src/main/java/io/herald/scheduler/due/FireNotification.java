package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Notify;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/** Publishes a notification under the fire's id, which is sent once. Kafka is gone: fails. */
public final class FireNotification implements FirePayload<Notify> {

  private final PublishRecord publish;

  /** Publishes through that. */
  public FireNotification(PublishRecord publish) {
    this.publish = publish;
  }

  @Override
  public Class<Notify> kind() {
    return Notify.class;
  }

  @Override
  public Mono<Fired> fire(Notify payload, Firing firing) {
    return publish(payload.as(firing.id()), firing);
  }

  /** Publishes what another payload has become. */
  public Mono<Fired> publish(NotificationRequested request, Firing firing) {
    var record =
        new ProducerRecord<>(
            Topics.NOTIFICATIONS, request.key().getBytes(UTF_8), Json.write(request));
    firing.trace().writeTo(record.headers());
    return publish.publish(record).thenReturn(Fired.ON_ITS_WAY);
  }
}
