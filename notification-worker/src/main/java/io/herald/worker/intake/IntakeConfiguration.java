package io.herald.worker.intake;

import io.herald.model.topic.Lane;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.WatchBacklog;
import io.herald.runtime.trace.Traces;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.deliver.Circuit;
import io.herald.worker.dispatch.Backlog;
import io.herald.worker.dispatch.Dispatcher;
import io.herald.worker.dispatch.Reread;
import io.herald.worker.report.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reading of outbound messages; its health is the part {@code outbound}. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  static final String GROUP = "herald-worker";

  private static final Logger log = LoggerFactory.getLogger(IntakeConfiguration.class);

  @Bean
  Membership membership(
      WorkerMetrics metrics, WatchBacklog watch, Backlog backlog, MeterRegistry meters) {
    watch.watch(GROUP, OwnPartitions.LANES);
    for (Lane lane : Lane.values()) {
      metrics.waiting(lane, () -> backlog.waiting(lane));
    }
    metrics.resting(backlog::resting);
    return new Membership(metrics, meters);
  }

  /** Without any bot nothing is read: the messages wait in Kafka for one. */
  @Bean
  HealthIndicator outboundHealthIndicator(
      KafkaProperties kafka,
      SendingBots bots,
      ReadEntry readEntry,
      Dispatcher dispatcher,
      Backlog backlog,
      Circuit circuit,
      Membership membership) {
    if (bots.isEmpty()) {
      log.warn(
          "No bot has a token, so nothing is sent and messages wait in Kafka;"
              + " set TELEGRAM_BOT_TOKEN or HERALD_BOTS_<NAME>_TOKEN");
      return () -> Health.down().build();
    }
    Map<String, Object> properties = properties(kafka);
    Supplier<Consumer<byte[], byte[]>> consumers = () -> new KafkaConsumer<>(properties);
    return new Intake(
        () -> new PollLanes(consumers, readEntry, dispatcher, backlog, circuit, membership),
        membership);
  }

  private static Map<String, Object> properties(KafkaProperties kafka) {
    Map<String, Object> properties = kafka.buildConsumerProperties();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    // Topics of equal partition counts are assigned alike: a chat's lanes have one owner. It takes
    // all partitions away at every rebalance, which PollLanes relies on.
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    // A record has up to 2 MiB: what is fetched and not yet handed over must stay small.
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 << 10);
    return properties;
  }

  @Bean
  Reread reread(KafkaProperties kafka, ReadEntry readEntry) {
    Map<String, Object> properties = properties(kafka);
    return new RereadFromKafka(() -> new KafkaConsumer<>(properties), readEntry);
  }

  @Bean
  ReadEntry readEntry(DeadLetters deadLetters, Traces traces) {
    return new ReadEntry(deadLetters, traces);
  }
}
