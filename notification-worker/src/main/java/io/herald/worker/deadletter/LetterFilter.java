package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.RecordHeaders;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null does not matter.
 *
 * @param reason the reason
 * @param topic the topic that it was read from
 * @param key the record's key
 * @param since put aside at that time or later
 * @param before put aside earlier than that
 * @param limit at most so many, the newest, 1 to 1000
 */
record LetterFilter(
    @Nullable String reason,
    @Nullable String topic,
    @Nullable String key,
    @Nullable Instant since,
    @Nullable Instant before,
    int limit) {

  /** Whether every dead letter is meant. */
  boolean isEverything() {
    return reason == null && topic == null && key == null && since == null && before == null;
  }

  boolean matches(ConsumerRecord<byte[], byte[]> record) {
    return (reason == null || reason.equals(Letter.header(record, RecordHeaders.REASON)))
        && (topic == null || topic.equals(Letter.header(record, RecordHeaders.SOURCE_TOPIC)))
        && (key == null || Arrays.equals(key.getBytes(UTF_8), record.key()))
        && (since == null || record.timestamp() >= since.toEpochMilli())
        && (before == null || record.timestamp() < before.toEpochMilli());
  }
}
