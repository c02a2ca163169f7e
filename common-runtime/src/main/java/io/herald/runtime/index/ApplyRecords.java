package io.herald.runtime.index;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/**
 * Brings records into an index; the same record may come again, and must change nothing then.
 *
 * <p>The records are in the order of their partitions. A failure that is Redis' or Kafka's own
 * ({@code RedisLink.ask} fails so) brings all of them again, until it works. Any other, {@code
 * MalformedRecord} above all, is taken for the fault of a record: it is looked for by halves, and
 * skipped with a warning.
 */
@FunctionalInterface
public interface ApplyRecords {

  /** Completes when Redis has them; fails when it has not. */
  Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records);
}
