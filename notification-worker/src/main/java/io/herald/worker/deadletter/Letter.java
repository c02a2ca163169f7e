package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.RecordHeaders;
import java.time.Instant;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One dead letter in short. Fields that the record does not have are absent.
 *
 * @param id where it lies, {@code <partition>-<offset>}
 * @param timestamp when it was put aside
 * @param reason one word of the field
 * @param error what was wrong
 * @param attempts how often the record was tried
 * @param sourceTopic the topic that it was read from
 * @param key the record's key
 * @param size of the value in bytes
 * @param message what it would have sent, if it is an outbound message
 * @param replayedFrom the dead letter that was published again and came back as this one
 */
record Letter(
    String id,
    Instant timestamp,
    @Nullable String reason,
    @Nullable String error,
    @Nullable Integer attempts,
    @Nullable String sourceTopic,
    @Nullable String key,
    int size,
    @Nullable Message message,
    @Nullable String replayedFrom) {

  /** Newest first. */
  static final Comparator<Letter> NEWEST_FIRST =
      Comparator.comparing(Letter::timestamp)
          .thenComparing(letter -> letter.position().offset())
          .reversed();

  /** The order that records of one key were put aside in. */
  static final Comparator<Letter> AS_THEY_LIE =
      Comparator.<Letter>comparingInt(letter -> letter.position().partition())
          .thenComparingLong(letter -> letter.position().offset());

  private static final String OUTBOUND = "herald.outbound.";

  /**
   * An outbound message in short.
   *
   * @param id the message's id
   * @param bot name of the bot
   * @param chat the chat it was for
   */
  record Message(String id, String bot, String chat) {}

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    String sourceTopic = header(record, RecordHeaders.SOURCE_TOPIC);
    return new Letter(
        new LetterId(record.partition(), record.offset()).toString(),
        Instant.ofEpochMilli(record.timestamp()),
        header(record, RecordHeaders.REASON),
        header(record, RecordHeaders.ERROR),
        number(header(record, RecordHeaders.ATTEMPTS)),
        sourceTopic,
        record.key() == null ? null : new String(record.key(), UTF_8),
        record.value() == null ? 0 : record.value().length,
        sourceTopic != null && sourceTopic.startsWith(OUTBOUND) ? message(record.value()) : null,
        header(record, ReplayRecord.REPLAYED_FROM));
  }

  LetterId position() {
    return LetterId.parse(id).orElseThrow();
  }

  /** A header as text; null if the record does not have it. */
  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable Message message(byte @Nullable [] value) {
    try {
      OutboundMessage message =
          Json.read(value == null ? new byte[0] : value, OutboundMessage.class);
      return new Message(message.id(), message.bot(), message.chat());
    } catch (MalformedRecord e) {
      // Its being no message is why it was put aside.
      return null;
    }
  }
}
