package io.herald.bot.receive;

import io.herald.bot.access.AuditLog;
import io.herald.bot.command.AnswerUpdate;
import io.herald.model.topic.Topics;
import io.herald.runtime.contact.SuspendedContacts;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the consumer of updates; its health is the part {@code updates} of readiness. */
@Configuration(proxyBeanMethods = false)
class ReceiveConfiguration {

  static final String GROUP = "herald-bot";

  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(8);

  @Bean
  ConsumeInOrder updatesHealthIndicator(
      Consumers consumers,
      ReceiveSettings settings,
      AnswerUpdate answerUpdate,
      AuditLog auditLog,
      PublishRecord publish,
      RedisLink redis,
      MeterRegistry meters) {
    var spec =
        new ConsumerSpec(GROUP, List.of(Topics.UPDATES), settings.lanes(), "update.handle", DRAIN);
    var welcomeBack = new WelcomeBack(new SuspendedContacts(redis));
    var handler =
        new ReceiveUpdates(answerUpdate, auditLog, welcomeBack, publish, new BotMetrics(meters));
    return consumers.inOrder(spec, handler);
  }
}
