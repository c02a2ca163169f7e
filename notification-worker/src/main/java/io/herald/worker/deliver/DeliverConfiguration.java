package io.herald.worker.deliver;

import io.herald.worker.bot.SendingBots;
import io.herald.worker.guard.SendGuard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Wires the way to Telegram. */
@Configuration(proxyBeanMethods = false)
class DeliverConfiguration {

  @Bean
  DeliverMessage deliverMessage(SendingBots bots, SendGuard guard, MeterRegistry meters) {
    return new DeliverMessage(
        bots, guard, new WorkerMetrics(meters), Clock.systemUTC(), Schedulers.parallel());
  }
}
