package io.herald.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TracesTest {

  private static final String TRACEPARENT = "traceparent";
  private static final String CAUSE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void carriesTheTraceThroughHeaders() {
    Headers headers = new RecordHeaders();
    traces(10).begin("first").writeTo(headers);

    Headers onward = new RecordHeaders();
    traces(10).resume("second", headers).writeTo(onward);

    assertThat(traceparent(headers)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
    assertThat(traceId(onward)).isEqualTo(traceId(headers));
    assertThat(traceparent(onward)).isNotEqualTo(traceparent(headers));
  }

  @Test
  void followsTheCausesDecisionToSample() {
    Trace recorded = traces(0).resume("step", headers("00-" + CAUSE + "-b7ad6b7169203331-01"));
    Trace passed = traces(10).resume("step", headers("00-" + CAUSE + "-b7ad6b7169203331-00"));

    assertThat(recorded.sampled()).isTrue();
    assertThat(passed.sampled()).isFalse();
  }

  @Test
  void followsTheTraceOfARequest() {
    Headers onward = new RecordHeaders();
    Map<String, String> request = Map.of(TRACEPARENT, "00-" + CAUSE + "-b7ad6b7169203331-01");
    traces(0).resume("step", request::get).writeTo(onward);

    assertThat(traceId(onward)).isEqualTo(CAUSE);
  }

  @Test
  void handsOnTheTraceThatItDoesNotRecord() {
    Headers headers = headers("00-" + CAUSE + "-b7ad6b7169203331-00");
    traces(10).resume("step", headers).writeTo(headers);

    assertThat(traceparent(headers)).startsWith("00-" + CAUSE).endsWith("-00");
  }

  @Test
  void beginsAnewWhereTheHeadersCarryNothingUsable() {
    for (Headers headers : new Headers[] {new RecordHeaders(), headers("nonsense")}) {
      Headers onward = new RecordHeaders();
      traces(10).resume("step", headers).writeTo(onward);

      assertThat(traceId(onward)).hasSize(32).isNotEqualTo(CAUSE);
    }
  }

  @Test
  void replacesTheHeaderInsteadOfAddingToIt() {
    Headers headers = headers("00-" + CAUSE + "-b7ad6b7169203331-01");
    traces(10).resume("step", headers).writeTo(headers);

    assertThat(headers.headers(TRACEPARENT)).hasSize(1);
  }

  @Test
  void doesNothingWithoutATracer() {
    Headers headers = new RecordHeaders();

    assertThatCode(
            () -> {
              Trace trace = Traces.NOOP.begin("step");
              trace.writeTo(headers);
              trace.log(() -> {});
              trace.fail(new IllegalStateException());
              Traces.NOOP.resume("step", headers).end();
            })
        .doesNotThrowAnyException();
    assertThat(headers).isEmpty();
  }

  private static Traces traces(int perSecond) {
    var provider =
        SdkTracerProvider.builder()
            .setSampler(Sampler.parentBased(new RateLimitedSampler(perSecond, System::nanoTime)))
            .build();
    var tracer = provider.get("test");
    var w3c = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
    return new Traces(
        new OtelTracer(tracer, new OtelCurrentTraceContext(), _ -> {}),
        new OtelPropagator(w3c, tracer));
  }

  private static Headers headers(String traceparent) {
    return new RecordHeaders().add(TRACEPARENT, traceparent.getBytes(UTF_8));
  }

  private static String traceparent(Headers headers) {
    return new String(headers.lastHeader(TRACEPARENT).value(), UTF_8);
  }

  private static String traceId(Headers headers) {
    return traceparent(headers).split("-")[1];
  }
}
