package io.herald.worker.expand;

import io.herald.model.json.MalformedRecord;
import io.herald.model.topic.RecordHeaders;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.kafka.Received;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what lies on the topic of notifications. */
final class ReadTask {

  private final ReadNotification read;

  ReadTask(ReadNotification read) {
    this.read = read;
  }

  /**
   * Reads a record.
   *
   * @param now what a record from the future, or from no time at all, counts as
   * @throws MalformedRecord naming all that is wrong
   */
  Task read(Received received, Instant now) {
    return new Task(
        read.read(received.value()),
        at(received.record().timestamp(), now),
        received.header(RecordHeaders.AUDIENCE_AFTER).orElse(null),
        received.header(RecordHeaders.EXPANDED).map(ReadTask::count).orElse(0),
        whole(received));
  }

  private static @Nullable Integer whole(Received received) {
    return received.header(RecordHeaders.WAITED).map(ReadTask::count).orElse(null);
  }

  /** A publisher's clock may be wrong, and must not make anything expire. */
  private static Instant at(long timestamp, Instant now) {
    return timestamp <= 0 || timestamp > now.toEpochMilli() ? now : Instant.ofEpochMilli(timestamp);
  }

  private static int count(String header) {
    try {
      return Integer.parseUnsignedInt(header);
    } catch (NumberFormatException e) {
      throw new MalformedRecord("a header's count is not a number", null);
    }
  }
}
