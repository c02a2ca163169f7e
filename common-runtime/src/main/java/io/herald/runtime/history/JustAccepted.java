package io.herald.runtime.history;

import io.herald.model.notification.NotificationRequested;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What this replica has published a moment ago, by its place in the topic: the index needs not
 * parse again what was read when it came in. It holds some thousands; of others it knows nothing.
 */
public final class JustAccepted {

  private static final int HELD = 1 << 13;

  private record Held(int partition, long offset, Request request) {

    // A topic that was made anew has the same offsets again, at other times.
    boolean isOf(ConsumerRecord<byte[], byte[]> record) {
      return partition == record.partition()
          && offset == record.offset()
          && request.at() == record.timestamp();
    }
  }

  private final AtomicReferenceArray<@Nullable Held> held = new AtomicReferenceArray<>(HELD);

  /** That notification lies there now. */
  public void put(RecordMetadata place, NotificationRequested asked) {
    Request request = Request.of(asked, place.timestamp());
    held.set(
        slot(place.partition(), place.offset()),
        new Held(place.partition(), place.offset(), request));
  }

  /** What a record of the topic asks for; null when that is not known. Tells it once. */
  @Nullable Request take(ConsumerRecord<byte[], byte[]> record) {
    int slot = slot(record.partition(), record.offset());
    Held found = held.get(slot);
    if (found == null || !found.isOf(record)) {
      return null;
    }
    held.set(slot, null);
    return found.request();
  }

  // The same offsets of different partitions get slots of their own.
  private static int slot(int partition, long offset) {
    return (int) (offset + partition * 1_031L) & (HELD - 1);
  }
}
