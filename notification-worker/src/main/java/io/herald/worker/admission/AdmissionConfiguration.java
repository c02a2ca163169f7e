package io.herald.worker.admission;

import io.herald.runtime.redis.RedisLink;
import io.herald.telegram.flood.Ceilings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires leave to send: Redis' view for all, with this process's own beneath it. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

  private final String process = UUID.randomUUID().toString();
  private final LongSupplier nowMicros = monotonic();
  private final Ceilings ceilings;
  private final LocalAdmission local;
  private final AskScript script;

  AdmissionConfiguration(FloodSettings settings) {
    this.ceilings = settings.ceilings();
    this.local = new LocalAdmission(ceilings, nowMicros);
    this.script = new AskScript(ceilings, process, Clock.systemUTC());
  }

  @Bean
  LiveWorkers liveWorkers(RedisLink redis) {
    return new LiveWorkers(redis, process);
  }

  @Bean
  Admission admission(RedisLink redis, LiveWorkers workers, MeterRegistry meters) {
    FloodMetrics metrics = new FloodMetrics(meters, nowMicros);
    return new RedisAdmission(redis, script, local, workers::count, metrics);
  }

  @Bean
  SendLedger sendLedger(RedisLink redis) {
    return new RedisLedger(redis, local, ceilings, script.mine());
  }

  // A clock that is set back must not hold anybody up.
  private static LongSupplier monotonic() {
    long origin = System.nanoTime() - 1_000_000_000;
    return () -> (System.nanoTime() - origin) / 1_000;
  }
}
