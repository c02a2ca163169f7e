package io.herald.worker.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.log.NowAndThen;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

/** Tells what became of messages: on the deliveries topic, and final states in the log as JSON. */
public final class TellDelivery {

  /** Its lines are JSON objects, one for each message whose way has ended. */
  static final String LOGGER = "herald.delivery";

  private static final Logger log = LoggerFactory.getLogger(TellDelivery.class);
  private static final Logger deliveries = LoggerFactory.getLogger(LOGGER);

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final PublishRecord publish;

  /** Tells on Kafka and in the log. */
  public TellDelivery(PublishRecord publish) {
    this.publish = publish;
  }

  /** Completes when the event is durable; fails when Kafka refuses. */
  public Mono<Void> durably(Told told) {
    return publish.publish(
        new ProducerRecord<>(
            Topics.DELIVERIES, told.event().notificationId().getBytes(UTF_8), told.json()));
  }

  /** Tells a state that is not the last. Kafka is away: it is left out, the last one is not. */
  public void atOnce(DeliveryEvent event) {
    durably(Told.of(event)).subscribe(_ -> {}, this::leftOut);
  }

  private void leftOut(Throwable error) {
    if (complaints.isDue()) {
      log.warn("States of deliveries are not told on Kafka ({})", error.getClass().getSimpleName());
    }
  }

  /** One line with the event's fields; the current trace's id is in it, if there is one. */
  public void log(Told told) {
    if (deliveries.isInfoEnabled()) {
      String json = new String(told.json(), UTF_8);
      String trace = MDC.get("traceId");
      deliveries.info(trace == null ? json : "{\"traceId\":\"" + trace + "\"," + json.substring(1));
    }
  }

  /**
   * An event and its JSON, written once.
   *
   * @param event what is told
   * @param json the same in UTF-8
   */
  public record Told(DeliveryEvent event, byte[] json) {

    /** Writes the event. */
    public static Told of(DeliveryEvent event) {
      return new Told(event, Json.write(event));
    }
  }
}
