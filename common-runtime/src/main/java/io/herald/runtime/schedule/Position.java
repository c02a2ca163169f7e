package io.herald.runtime.schedule;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Where a record lies.
 *
 * @param millis when it was written, since the epoch
 */
record Position(int partition, long offset, long millis) {

  static Position of(ConsumerRecord<byte[], byte[]> record) {
    return new Position(record.partition(), record.offset(), Math.max(0, record.timestamp()));
  }

  static Position of(RecordMetadata lies) {
    return new Position(lies.partition(), lies.offset(), Math.max(0, lies.timestamp()));
  }
}
