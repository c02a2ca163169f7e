package io.herald.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.runtime.RunningRuntime;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ExemplarTest {

  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String CAUSE = "1af7651916cd43dd8448eb211c80319c";

  private final PrometheusMeterRegistry meters =
      RunningRuntime.shared().part(PrometheusMeterRegistry.class);

  @Test
  void aHistogramRemembersASampledTrace() {
    measureIn("00-" + CAUSE + "-b7ad6b7169203331-01", "test.exemplar.sampled");

    assertThat(meters.scrape(OPEN_METRICS).lines())
        .anyMatch(line ->
            line.startsWith("test_exemplar_sampled_seconds_bucket")
                && line.contains("trace_id=\"" + CAUSE + "\""));
  }

  @Test
  void anUnsampledTraceLeavesNothing() {
    measureIn("00-" + CAUSE + "-b7ad6b7169203331-00", "test.exemplar.unsampled");

    assertThat(meters.scrape(OPEN_METRICS).lines())
        .filteredOn(line -> line.startsWith("test_exemplar_unsampled_seconds_bucket"))
        .isNotEmpty()
        .noneMatch(line -> line.contains("trace_id"));
  }

  @Test
  void onlyWhatEveryPrometheusTakesHasOne() {
    measureIn("00-" + CAUSE + "-b7ad6b7169203331-01", "test.exemplar.kinds");

    assertThat(meters.scrape(OPEN_METRICS).lines())
        .filteredOn(line -> line.contains(" # {"))
        .isNotEmpty()
        .allMatch(line -> line.matches("[a-z_]+_(bucket|total)\\{.*"));
  }

  private void measureIn(String traceparent, String name) {
    Timer timer = Timer.builder(name).publishPercentileHistogram().register(meters);
    var headers =
        new RecordHeaders().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    Trace trace = RunningRuntime.shared().part(Traces.class).resume("test", headers);
    trace.measure(() -> timer.record(Duration.ofMillis(10)));
    trace.end();
  }
}
