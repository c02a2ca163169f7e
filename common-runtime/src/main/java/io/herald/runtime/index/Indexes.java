package io.herald.runtime.index;

import io.herald.runtime.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Makes the indexes of a service. */
public final class Indexes {

  /** Most records at a time: the lease has to be renewed between any two, on a busy machine too. */
  static final int BATCH = 500;

  private final Map<String, Object> properties;
  private final Admin admin;
  private final RedisLink redis;
  private final MeterRegistry meters;

  Indexes(
      Map<String, Object> consumerProperties, Admin admin, RedisLink redis, MeterRegistry meters) {
    this.properties = new HashMap<>(consumerProperties);
    this.admin = admin;
    this.redis = redis;
    this.meters = meters;
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    // A record has up to 2 MiB: what is fetched and not yet handed over must stay small.
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
    // So soon partitions are noticed that are added to a topic.
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
  }

  /**
   * An index that is kept while the application runs; made as a bean it is a part of its health.
   *
   * @param applying up to 500 records at a time
   */
  public KeepIndex keep(IndexSpec spec, ApplyRecords applying) {
    IndexMetrics metrics = new IndexMetrics(meters, spec.name());
    return new KeepIndex(
        spec,
        () -> new KafkaConsumer<>(properties),
        new TopicEnds(admin, spec.topics()),
        new Bookmark(redis, spec),
        new ApplyOrSkip(applying, metrics, spec.name()),
        metrics);
  }
}
