package io.herald.runtime.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Begins traces at the door and resumes them behind each topic. */
public final class Traces {

  /** For tests and tools: steps that are neither recorded nor handed on. */
  public static final Traces NOOP = new Traces(Tracer.NOOP, Propagator.NOOP);

  private final Tracer tracer;
  private final Propagator propagator;

  public Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** A new trace. */
  public Trace begin(String step) {
    return new Trace(tracer.spanBuilder().setNoParent().name(step).start(), tracer, propagator);
  }

  /** The trace that the headers carry, or a new one where they carry none. */
  public Trace resume(String step, Headers headers) {
    return new Trace(
        propagator.extract(headers, Traces::get).name(step).start(), tracer, propagator);
  }

  /**
   * The trace that a request's headers carry, or a new one where they carry none.
   *
   * @param header the value of a header by its name; null where it is absent
   */
  public Trace resume(String step, Function<String, @Nullable String> header) {
    return new Trace(
        propagator.extract(header, Function::apply).name(step).start(), tracer, propagator);
  }

  private static @Nullable String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
