package io.herald.worker.receive;

import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.worker.WorkerSettings;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.deliver.DeliverMessage;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the consumer of outbound messages; its health is the part {@code outbound}. */
@Configuration(proxyBeanMethods = false)
class ReceiveConfiguration {

  static final String GROUP = "herald-worker";

  private static final Logger log = LoggerFactory.getLogger(ReceiveConfiguration.class);
  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(8);

  /** Without any bot nothing is read: the messages wait in Kafka for one. */
  @Bean
  HealthIndicator outboundHealthIndicator(
      Consumers consumers,
      WorkerSettings settings,
      SendingBots bots,
      DeliverMessage deliverMessage,
      DeadLetters deadLetters) {
    if (bots.isEmpty()) {
      log.warn(
          "No bot has a token, so nothing is sent and messages wait in Kafka;"
              + " set TELEGRAM_BOT_TOKEN or HERALD_BOTS_<NAME>_TOKEN");
      return () -> Health.down().build();
    }
    var spec =
        new ConsumerSpec(
            GROUP,
            List.of(Topics.OUTBOUND_INTERACTIVE),
            settings.lanes(),
            "message.deliver",
            DRAIN);
    return consumers.inOrder(spec, new ReceiveOutbound(deliverMessage, deadLetters));
  }
}
