package io.herald.runtime.index;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/** Brings records into an index; the same record may come again, and must change nothing then. */
public interface ApplyRecords {

  /** Completes when Redis has them; fails when it has not, and they come again. */
  Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records);
}
