package io.herald.runtime.kafka;

import io.herald.model.topic.Topics;
import io.herald.runtime.trace.Traces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/** Wires Kafka from {@code spring.kafka.*}, with Herald's defaults for what must not be lost. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
public class KafkaConfiguration {

  @Bean(destroyMethod = "close")
  Admin kafkaAdminClient(KafkaProperties kafka) {
    return Admin.create(kafka.buildAdminProperties());
  }

  @Bean
  KafkaReachability kafkaHealthIndicator(
      Admin admin, TopicSettings settings, PublishRecord publish, KafkaProperties kafka) {
    return new KafkaReachability(
        admin,
        new EnsureTopics(admin, settings, Topics.ALL),
        publish,
        String.join(",", kafka.getBootstrapServers()));
  }

  @Bean
  KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
    var template = new KafkaTemplate<>(producers);
    // The default listener logs every failure with the payload; who publishes tells it instead.
    template.setProducerListener(new ProducerListener<>() {});
    return template;
  }

  @Bean
  PublishRecord publishRecord(KafkaTemplate<byte[], byte[]> template) {
    return new PublishRecord(template);
  }

  @Bean
  DeadLetters deadLetters(PublishRecord publish, MeterRegistry meters) {
    return new DeadLetters(publish, meters);
  }

  @Bean
  Consumers consumers(
      KafkaProperties kafka,
      DeadLetters deadLetters,
      Traces traces,
      WatchBacklog backlog,
      MeterRegistry meters) {
    return new Consumers(kafka.buildConsumerProperties(), deadLetters, traces, backlog, meters);
  }

  @Bean
  WatchBacklog watchBacklog(Admin admin, MeterRegistry meters) {
    return new WatchBacklog(admin, meters);
  }

  /** Gauge {@code herald.kafka.up}: 1 while Kafka answers, else 0. Alert on 0. */
  @Bean
  MeterBinder kafkaUp(KafkaReachability kafka) {
    return meters ->
        Gauge.builder("herald.kafka.up", () -> kafka.isReachable() ? 1 : 0).register(meters);
  }
}
