package io.herald.runtime.table;

import io.herald.model.json.Json;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Makes the tables of a service. Gauge {@code herald.table.entries}, tag {@code table}: how many
 * keys of that topic are in memory.
 */
public final class Tables {

  private final Map<String, Object> properties;
  private final MeterRegistry meters;

  Tables(Map<String, Object> consumerProperties, MeterRegistry meters) {
    this.properties = new HashMap<>(consumerProperties);
    this.meters = meters;
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // So soon partitions are noticed that are added to a topic.
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
  }

  /** A table of JSON records that is kept while the application runs. */
  public <V> KeepTable<V> keep(String topic, Class<V> type) {
    KeepTable<V> table =
        new KeepTable<>(
            topic, bytes -> Json.read(bytes, type), () -> new KafkaConsumer<>(properties));
    Gauge.builder("herald.table.entries", () -> table.all().size())
        .tag("table", topic)
        .register(meters);
    return table;
  }
}
