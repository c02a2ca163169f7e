package io.herald.worker.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One dead letter with all that it holds.
 *
 * @param letter the same in short
 * @param headers in the order of the record
 * @param value the original value: as text where it is JSON, else as Base64
 * @param encoding of the value, {@code utf-8} or {@code base64}
 */
record LetterDetail(
    @JsonUnwrapped Letter letter, List<HeaderText> headers, String value, String encoding) {

  /**
   * A header of the record.
   *
   * @param encoding of the value, {@code utf-8} or {@code base64}
   */
  record HeaderText(String name, String value, String encoding) {}

  static LetterDetail of(ConsumerRecord<byte[], byte[]> record) {
    Bytes value = Bytes.json(orEmpty(record.value()));
    return new LetterDetail(Letter.of(record), headers(record), value.text(), value.encoding());
  }

  private static List<HeaderText> headers(ConsumerRecord<byte[], byte[]> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .map(header -> {
          Bytes value = Bytes.of(orEmpty(header.value()));
          return new HeaderText(header.key(), value.text(), value.encoding());
        })
        .toList();
  }

  private static byte[] orEmpty(byte[] bytes) {
    return bytes == null ? new byte[0] : bytes;
  }
}
