package io.herald.gateway;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything on {@code herald.notifications}. */
public final class PublishedNotifications implements AutoCloseable {

  private final PublishedRecords records;

  PublishedNotifications(String bootstrapServers) {
    this.records = new PublishedRecords(bootstrapServers, Topics.NOTIFICATIONS);
  }

  /** All records of that notification, as of now. */
  public List<ConsumerRecord<byte[], byte[]>> of(String id) {
    return records.all().stream().filter(record -> read(record).id().equals(id)).toList();
  }

  /** How many notifications there are, as of now. */
  public int count() {
    return records.all().size();
  }

  /** What a record asks for. */
  public static NotificationRequested read(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), NotificationRequested.class);
  }

  @Override
  public void close() {
    records.close();
  }
}
