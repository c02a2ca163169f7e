package io.herald.runtime.kafka;

import io.herald.runtime.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as a handler gets it.
 *
 * @param record key, value and headers as they lie on the topic
 * @param trace the trace of its cause, resumed
 */
public record Received(ConsumerRecord<byte[], byte[]> record, Trace trace) {

  /** The value's bytes; empty for a record without one. */
  public byte[] value() {
    return record.value() == null ? new byte[0] : record.value();
  }

  /** A header as text, if the record has it. */
  public Optional<String> header(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** Where the record lies, for logs: {@code topic-partition@offset}. */
  public String position() {
    return record.topic() + '-' + record.partition() + '@' + record.offset();
  }
}
