package io.herald.runtime.kafka;

import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Keeps records that can't be processed: original key and bytes, the reason in headers. */
public final class DeadLetters {

  /**
   * Counter {@code herald.dead.letters}, tags {@code topic} and {@code reason}: records given up.
   * Alert on any.
   */
  public static final String METRIC = "herald.dead.letters";

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final PublishRecord publish;
  private final MeterRegistry meters;

  /** Publishes through that, and counts. */
  public DeadLetters(PublishRecord publish, MeterRegistry meters) {
    this.publish = publish;
    this.meters = meters;
  }

  /**
   * Buries a record; completes when the dead letter is durable.
   *
   * @param reason one word of the field: {@code malformed}, {@code rejected}, {@code expired},
   *     {@code unexpected}
   * @param error what was wrong, without any secret and without the message's text
   * @param attempts how often the record was tried
   */
  public Mono<Void> bury(Received received, String reason, String error, int attempts) {
    var source = received.record();
    var letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, null, source.key(), source.value(), source.headers());
    put(letter.headers(), RecordHeaders.REASON, reason);
    put(letter.headers(), RecordHeaders.ERROR, error);
    put(letter.headers(), RecordHeaders.ATTEMPTS, String.valueOf(attempts));
    put(letter.headers(), RecordHeaders.SOURCE_TOPIC, source.topic());
    return publish.publish(letter).doOnSuccess(_ -> buried(received, reason, error));
  }

  private void buried(Received received, String reason, String error) {
    meters.counter(METRIC, "topic", received.record().topic(), "reason", reason).increment();
    received
        .trace()
        .log(() ->
            log.warn(
                "Dead letter ({}): {} was put aside in {}: {}",
                reason,
                received.position(),
                Topics.DEAD_LETTERS,
                error));
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
