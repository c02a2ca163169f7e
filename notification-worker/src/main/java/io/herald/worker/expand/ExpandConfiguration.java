package io.herald.worker.expand;

import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.telegram.text.layout.LayOut;
import io.herald.telegram.text.layout.LayoutStyle;
import io.herald.worker.compose.ComposeContents;
import io.herald.worker.control.Controls;
import io.herald.worker.deferred.PublishDeferral;
import io.herald.worker.recipient.ResolveRecipients;
import io.herald.worker.repetition.RedisRepetition;
import io.herald.worker.report.RouteFailures;
import io.herald.worker.report.TellDelivery;
import io.herald.worker.template.Templates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** Wires the expansion of notifications; its consumer's health is the part {@code expand}. */
@Configuration(proxyBeanMethods = false)
class ExpandConfiguration {

  static final String GROUP = "herald-expand";

  private static final String AT_ONCE = "publishAtOnce";
  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(8);

  @Bean
  ConsumeInOrder expandHealthIndicator(
      Consumers consumers,
      ExpandSettings settings,
      ReadNotification read,
      ExpandNotification expand,
      PublishExpansion publish,
      PublishRecord publishLater,
      ExpandMetrics metrics) {
    var spec =
        new ConsumerSpec(
            GROUP, List.of(Topics.NOTIFICATIONS), settings.lanes(), "notification.expand", DRAIN);
    var handler =
        new ReceiveNotifications(
            new ReadTask(read),
            expand,
            publish,
            new TellMalformed(new TellDelivery(publishLater)),
            metrics,
            Instant::now);
    return consumers.inOrder(spec, handler);
  }

  @Bean
  ExpandNotification expandNotification(
      Templates templates, ResolveRecipients resolve, RedisLink redis, Controls controls) {
    var compose = new ComposeContents(templates, new LayOut(LayoutStyle.STANDARD));
    var decide = new DecideFate(new RedisRepetition(redis));
    return new ExpandNotification(compose, resolve, decide, controls, Instant::now);
  }

  @Bean
  ResolveRecipients resolveRecipients(
      Accounts accounts, OperatorSettings operator, ExpandSettings settings) {
    return new ResolveRecipients(
        new LinkedPeople(accounts), operator.parsedRoutes(), settings.bot(), settings.slice());
  }

  @Bean
  RouteFailures routeFailures(OperatorSettings operator, MeterRegistry meters) {
    RouteFailures failures = new RouteFailures(operator.parsedRoutes().all());
    failures.register(meters);
    return failures;
  }

  @Bean
  Templates templates(OperatorSettings operator, ExpandMetrics metrics) {
    return new Templates(operator.templateFolder(), metrics);
  }

  @Bean
  ExpandMetrics expandMetrics(MeterRegistry meters) {
    return new ExpandMetrics(meters);
  }

  @Bean
  PublishExpansion publishExpansion(
      @Qualifier(AT_ONCE) DefaultKafkaProducerFactory<byte[], byte[]> producers,
      DeadLetters deadLetters) {
    var template = new KafkaTemplate<>(producers);
    // The default listener logs every failure with the payload.
    template.setProducerListener(new ProducerListener<>() {});
    var publish = new PublishRecord(template);
    return new PublishExpansion(
        publish, new PublishDeferral(publish), new TellDelivery(publish), deadLetters);
  }

  /** Somebody may wait for what the expansion publishes; for what the worker tells, nobody does. */
  @Bean(name = AT_ONCE, defaultCandidate = false)
  DefaultKafkaProducerFactory<byte[], byte[]> producersAtOnce(KafkaProperties kafka) {
    Map<String, Object> properties = kafka.buildProducerProperties();
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new DefaultKafkaProducerFactory<>(properties);
  }
}
