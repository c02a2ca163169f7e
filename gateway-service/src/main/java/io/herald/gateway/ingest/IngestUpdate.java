package io.herald.gateway.ingest;

import io.herald.runtime.log.NowAndThen;
import io.herald.runtime.trace.Trace;
import io.herald.runtime.trace.Traces;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes an update in: claim it, publish it, and only then call it accepted. Webhook and long
 * polling both end here.
 */
public final class IngestUpdate {

  private static final Logger log = LoggerFactory.getLogger(IngestUpdate.class);

  private final ClaimUpdates claims;
  private final PublishUpdate publish;
  private final IngestMetrics metrics;
  private final Traces traces;
  // Every update is refused while Kafka is away; one line now and then says as much.
  private final NowAndThen refusals = new NowAndThen(Duration.ofSeconds(10), System::nanoTime);

  IngestUpdate(ClaimUpdates claims, PublishUpdate publish, IngestMetrics metrics, Traces traces) {
    this.claims = claims;
    this.publish = publish;
    this.metrics = metrics;
    this.traces = traces;
  }

  /** Takes the update in; never fails, what went wrong is a value. */
  public Mono<Ingested> ingest(IncomingUpdate update) {
    long started = System.nanoTime();
    return claims.claim(update).flatMap(claim -> followUp(update, claim, started));
  }

  private Mono<Ingested> followUp(IncomingUpdate update, Claim claim, long started) {
    return switch (claim) {
      case DONE -> seenBefore(Ingested.DUPLICATE, started);
      case PENDING -> seenBefore(Ingested.IN_PROGRESS, started);
      case OURS -> publish(update, true, started);
      case UNKNOWN -> publish(update, false, started);
    };
  }

  private Mono<Ingested> seenBefore(Ingested outcome, long started) {
    metrics.ingested(outcome, started);
    return Mono.just(outcome);
  }

  private Mono<Ingested> publish(IncomingUpdate update, boolean deduped, long started) {
    Trace trace = traces.begin("update.ingest");
    if (!deduped) {
      metrics.dedupeSkipped();
    }
    return publish
        .publish(update, deduped, trace)
        .then(Mono.fromSupplier(() -> accepted(update, trace)))
        .onErrorResume(error -> refused(update, trace, error))
        .doOnNext(outcome -> trace.measure(() -> metrics.ingested(outcome, started)));
  }

  private Ingested accepted(IncomingUpdate update, Trace trace) {
    // Not awaited: the update is durable, and a lost mark costs at most a duplicate in Kafka.
    claims.markDone(update);
    if (trace.sampled()) {
      trace.log(() ->
          log.info(
              "Accepted update {} for bot {}, chat {}",
              update.head().updateId(),
              update.bot(),
              update.key()));
    }
    trace.end();
    return Ingested.ACCEPTED;
  }

  private Mono<Ingested> refused(IncomingUpdate update, Trace trace, Throwable error) {
    if (trace.sampled() || refusals.isDue()) {
      trace.log(() ->
          log.warn(
              "Kafka did not take update {} for bot {} ({}); it is to be sent again",
              update.head().updateId(),
              update.bot(),
              error.getClass().getSimpleName()));
    }
    trace.fail(error);
    return claims.giveBack(update).thenReturn(Ingested.UNAVAILABLE);
  }
}
