package io.herald.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitedSamplerTest {

  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);

  @Test
  void samplesASecondsWorthAtOnceAndNoMore() {
    Sampler sampler = sampler(20);

    assertThat(sampledOf(100, sampler)).isEqualTo(20);
  }

  @Test
  void samplesAtTheRateInASteadyFlood() {
    Sampler sampler = sampler(20);
    sampledOf(100, sampler);

    int sampled = 0;
    for (int millisecond = 0; millisecond < 10_000; millisecond++) {
      pass(Duration.ofMillis(1));
      sampled += sampledOf(3, sampler);
    }

    assertThat(sampled).isEqualTo(200);
  }

  @Test
  void savesUpForOneSecondOnly() {
    Sampler sampler = sampler(20);
    sampledOf(100, sampler);
    pass(Duration.ofHours(1));

    assertThat(sampledOf(100, sampler)).isEqualTo(20);
  }

  @Test
  void samplesNothingAtRateZero() {
    Sampler sampler = sampler(0);
    pass(Duration.ofHours(1));

    assertThat(sampledOf(100, sampler)).isZero();
  }

  private Sampler sampler(int perSecond) {
    return new RateLimitedSampler(perSecond, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static int sampledOf(int decisions, Sampler sampler) {
    return (int) IntStream.range(0, decisions).filter(_ -> sampled(sampler)).count();
  }

  private static boolean sampled(Sampler sampler) {
    return sampler
            .shouldSample(
                Context.root(),
                "0af7651916cd43dd8448eb211c80319c",
                "step",
                SpanKind.INTERNAL,
                Attributes.empty(),
                List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }
}
