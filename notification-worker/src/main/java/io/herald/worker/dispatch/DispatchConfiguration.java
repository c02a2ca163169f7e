package io.herald.worker.dispatch;

import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.telegram.ladder.Downgrade;
import io.herald.worker.WorkerSettings;
import io.herald.worker.admission.Admission;
import io.herald.worker.admission.SendLedger;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.control.Controls;
import io.herald.worker.deliver.Circuit;
import io.herald.worker.deliver.Conclude;
import io.herald.worker.deliver.DecideNext;
import io.herald.worker.deliver.MakeCall;
import io.herald.worker.report.RouteFailures;
import io.herald.worker.report.TellDelivery;
import io.herald.worker.report.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Wires the way out. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

  @Bean
  WorkerMetrics workerMetrics(MeterRegistry meters, RouteFailures routes, Circuit circuit) {
    WorkerMetrics metrics = new WorkerMetrics(meters, routes);
    metrics.circuit(() -> !circuit.isClosed());
    return metrics;
  }

  @Bean
  Circuit circuit() {
    return new Circuit(Clock.systemUTC());
  }

  @Bean
  Backlog backlog() {
    return new Backlog();
  }

  @Bean
  MakeCall makeCall(
      Admission admission, SendLedger ledger, Circuit circuit, WorkerMetrics metrics) {
    DecideNext decideNext = new DecideNext(new Downgrade());
    return new MakeCall(admission, ledger, circuit, metrics, decideNext, Instant::now);
  }

  @Bean
  Conclude conclude(PublishRecord publish, DeadLetters deadLetters, WorkerMetrics metrics) {
    return new Conclude(publish, deadLetters, new TellDelivery(publish), metrics, Instant::now);
  }

  @Bean(destroyMethod = "dispose")
  Loop dispatchLoop() {
    return new Loop(Schedulers.newSingle("dispatch"));
  }

  @Bean
  Dispatcher dispatcher(
      Loop loop, Admission admission, MakeCall makeCall, Conclude conclude, Means means) {
    return new Dispatcher(loop, admission, makeCall, conclude, means);
  }

  @Bean
  Means means(
      SendingBots bots,
      Circuit circuit,
      Backlog backlog,
      Reread reread,
      Controls controls,
      WorkerSettings settings) {
    return new Means(bots, circuit, backlog, reread, controls, settings.lanes());
  }
}
