package io.herald.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.runtime.contract.ReadNotification;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class JustAcceptedTest {

  private final JustAccepted known = new JustAccepted();
  private final ConsumerRecord<byte[], byte[]> record =
      new Happening(Instant.EPOCH).asked("Paid", Recipient.chat("4711")).records().getFirst();
  private final NotificationRequested asked = new ReadNotification().read(record.value());

  @Test
  void tellsOnceWhatLiesThere() {
    known.put(place(0, 0, 0), asked);

    assertThat(known.take(record)).isEqualTo(Request.of(asked, 0));
    assertThat(known.take(record)).isNull();
  }

  @Test
  void knowsNothingOfOtherPlacesNorOfOtherTimes() {
    known.put(place(1, 0, 0), asked);
    known.put(place(0, 8_192, 0), asked);
    assertThat(known.take(record)).isNull();

    known.put(place(0, 0, 1), asked);
    assertThat(known.take(record)).isNull();
  }

  private RecordMetadata place(int partition, long offset, long timestamp) {
    return new RecordMetadata(
        new TopicPartition(record.topic(), partition), offset, 0, timestamp, 0, 0);
  }
}
