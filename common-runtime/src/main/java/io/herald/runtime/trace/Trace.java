package io.herald.runtime.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * One step of a trace. It is handed on as a value, so that reactive code needs no thread-local
 * state: whoever logs does it through {@link #log}, whoever publishes calls {@link #writeTo}.
 */
public final class Trace {

  private final Span span;
  private final Tracer tracer;
  private final Propagator propagator;

  Trace(Span span, Tracer tracer, Propagator propagator) {
    this.span = span;
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /**
   * Whether this trace is recorded. Sampled traces are worth a log line at every step; at high
   * rates only some are sampled, so that logs stay readable and cheap.
   */
  public boolean sampled() {
    return Boolean.TRUE.equals(span.context().sampled());
  }

  /** Puts the W3C trace context into a record's headers, replacing an older one. */
  public void writeTo(Headers headers) {
    propagator.inject(span.context(), headers, Trace::put);
  }

  /** Runs the statement with the trace and span ids in the log's context. */
  public void log(Runnable statement) {
    try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
      statement.run();
    }
  }

  /** Takes a measurement; histograms remember a sampled trace as an example of what they count. */
  public void measure(Runnable measurement) {
    if (sampled()) {
      log(measurement);
    } else {
      measurement.run();
    }
  }

  /** The step is over. */
  public void end() {
    span.end();
  }

  /** The step is over and went wrong. */
  public void fail(Throwable error) {
    span.error(error);
    span.end();
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
