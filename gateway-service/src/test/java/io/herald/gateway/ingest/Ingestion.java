package io.herald.gateway.ingest;

import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.NoRedis;
import io.herald.runtime.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The core for tests of what stands around it. */
public final class Ingestion {

  private Ingestion() {}

  /** Takes updates in without Redis: each goes straight to Kafka. */
  public static IngestUpdate into(PublishRecord records) {
    return new IngestConfiguration()
        .ingestUpdate(NoRedis.link(), records, new SimpleMeterRegistry(), Traces.NOOP);
  }
}
