package io.herald.runtime.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Samples up to so many new traces a second: all of them on an ordinary day, a bounded number in a
 * flood. One compare-and-set a decision, since it stands on the webhook's path.
 */
final class RateLimitedSampler implements Sampler {

  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final LongSupplier nanoTime;
  // The virtual time up to which the budget is spent; it may lag by at most one second (the burst).
  private final AtomicLong spentUntil;

  RateLimitedSampler(int perSecond, LongSupplier nanoTime) {
    this.interval = perSecond == 0 ? 0 : SECOND / perSecond;
    this.nanoTime = nanoTime;
    this.spentUntil = new AtomicLong(nanoTime.getAsLong() - SECOND);
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return take() ? SamplingResult.recordAndSample() : SamplingResult.drop();
  }

  private boolean take() {
    if (interval == 0) {
      return false;
    }
    long now = nanoTime.getAsLong();
    long spent = spentUntil.get();
    long next = Math.max(spent, now - SECOND) + interval;
    return next <= now && spentUntil.compareAndSet(spent, next);
  }

  @Override
  public String getDescription() {
    return "RateLimited";
  }
}
