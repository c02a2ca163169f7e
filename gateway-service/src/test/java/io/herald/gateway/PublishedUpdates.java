package io.herald.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Everything on {@code herald.updates}. */
public final class PublishedUpdates implements AutoCloseable {

  private final PublishedRecords records;

  PublishedUpdates(String bootstrapServers) {
    this.records = new PublishedRecords(bootstrapServers, Topics.UPDATES);
  }

  /** All records of that update, as of now. */
  public List<ConsumerRecord<byte[], byte[]>> of(long updateId) {
    String id = String.valueOf(updateId);
    return records.all().stream()
        .filter(record -> id.equals(header(record, RecordHeaders.UPDATE_ID)))
        .toList();
  }

  /** A header as text; empty if the record has none of that name. */
  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    records.close();
  }
}
