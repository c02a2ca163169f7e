package io.herald.runtime.kafka;

import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps records that can't be processed: original key and bytes, the reason in headers. Of one that
 * is too large for that, the beginning and where it lies.
 */
public final class DeadLetters {

  /**
   * Counter {@code herald.dead.letters}, tags {@code topic} and {@code reason}: records given up.
   * Alert on any.
   */
  public static final String METRIC = "herald.dead.letters";

  /** Bytes of key and value that are kept of a record that is too large to be kept whole. */
  static final int BEGINNING = 64 * 1024;

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
    var whole =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, null, source.key(), source.value(), source.headers());
    return publish
        .publish(telling(whole, received, reason, error, attempts))
        .onErrorResume(
            PublishRecord::willNeverTake,
            _ -> publish.publish(telling(cut(received), received, reason, error, attempts)))
        .doOnSuccess(_ -> buried(received, reason, error));
  }

  private static ProducerRecord<byte[], byte[]> telling(
      ProducerRecord<byte[], byte[]> letter,
      Received received,
      String reason,
      String error,
      int attempts) {
    put(letter.headers(), RecordHeaders.REASON, reason);
    put(letter.headers(), RecordHeaders.ERROR, error);
    put(letter.headers(), RecordHeaders.ATTEMPTS, String.valueOf(attempts));
    put(letter.headers(), RecordHeaders.SOURCE_TOPIC, received.record().topic());
    return letter;
  }

  /** Of what is too large for a letter with its headers, the beginning and where it lies. */
  private static ProducerRecord<byte[], byte[]> cut(Received received) {
    var source = received.record();
    var letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS, beginning(source.key()), beginning(source.value()));
    put(letter.headers(), RecordHeaders.CUT, received.position());
    return letter;
  }

  private static byte @Nullable [] beginning(byte @Nullable [] bytes) {
    return bytes == null ? null : Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING));
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
