package io.herald.runtime.trace;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** Wires tracing: W3C context, sampled by rate, without probes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TraceSettings.class)
public class TraceConfiguration {

  @Bean
  Traces traces(Tracer tracer, Propagator propagator) {
    return new Traces(tracer, propagator);
  }

  /** Probes and scrapes come every few seconds: nobody wants traces or figures of them. */
  @Bean
  ObservationPredicate withoutProbes() {
    return (_, context) ->
        !(context instanceof ServerRequestObservationContext request
            && request.getCarrier() != null
            && request.getCarrier().getPath().value().startsWith("/actuator"));
  }

  @Bean
  Sampler sampler(TraceSettings settings) {
    return Sampler.parentBased(new RateLimitedSampler(settings.perSecond(), System::nanoTime));
  }
}
