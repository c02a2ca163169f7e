package io.herald.gateway.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import io.herald.runtime.history.JustAccepted;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.log.NowAndThen;
import io.herald.runtime.trace.Trace;
import io.herald.runtime.trace.Traces;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes notifications in: claim their ids, publish them, and only then call them accepted. The API,
 * the simple form and the page all end here. Kafka gone: {@link Submitted.Unavailable}, and the
 * claims are given back.
 */
public final class SubmitNotifications {

  private static final Logger log = LoggerFactory.getLogger(SubmitNotifications.class);
  private static final String STEP = "notification.accept";

  private final ClaimIds claims;
  private final PublishRecord records;
  private final JustAccepted history;
  private final NotifyMetrics metrics;
  private final Traces traces;
  // Every request is refused while Kafka is away; one line now and then says as much.
  private final NowAndThen refusals = new NowAndThen(Duration.ofSeconds(10), System::nanoTime);

  SubmitNotifications(
      ClaimIds claims,
      PublishRecord records,
      JustAccepted history,
      NotifyMetrics metrics,
      Traces traces) {
    this.claims = claims;
    this.records = records;
    this.history = history;
    this.metrics = metrics;
    this.traces = traces;
  }

  /** Takes one in that keeps to the contract, as a trace of its own; never fails. */
  public Mono<Submitted> submit(Submission submission) {
    return Mono.defer(() -> submit(List.of(submission), traces.begin(STEP)));
  }

  /** Takes all of them in or tells why not; never fails. */
  Mono<Submitted> submit(List<Submission> all, Trace trace) {
    long started = System.nanoTime();
    return claims
        .claim(all)
        .flatMap(found -> goOn(all, found, trace))
        .doOnNext(outcome -> trace.measure(() -> metrics.submitted(outcome, all.size(), started)));
  }

  private Mono<Submitted> goOn(List<Submission> all, List<Claim> found, Trace trace) {
    List<Integer> taken = places(found, Claim.OTHER);
    if (taken.isEmpty()) {
      return publish(all, found, trace);
    }
    trace.end();
    return claims.giveBack(ours(all, found)).thenReturn(new Submitted.Conflict(taken));
  }

  private Mono<Submitted> publish(List<Submission> all, List<Claim> found, Trace trace) {
    if (found.getFirst() == Claim.UNKNOWN) {
      metrics.unclaimed(all.size());
    }
    return publishAll(all, trace)
        .map(_ -> accepted(all, trace))
        .onErrorResume(error -> refused(all, found, trace, error));
  }

  private Mono<?> publishAll(List<Submission> all, Trace trace) {
    return all.size() == 1
        ? publish(all.getFirst(), trace)
        : Flux.fromIterable(all)
            .flatMap(submission -> publish(submission, trace), all.size())
            .last();
  }

  private Mono<RecordMetadata> publish(Submission submission, Trace trace) {
    return records
        .publishAt(record(submission, trace))
        .doOnNext(place -> history.put(place, submission.request()));
  }

  private static ProducerRecord<byte[], byte[]> record(Submission submission, Trace trace) {
    var record =
        new ProducerRecord<>(
            Topics.NOTIFICATIONS, submission.request().key().getBytes(UTF_8), submission.bytes());
    trace.writeTo(record.headers());
    return record;
  }

  private Submitted accepted(List<Submission> all, Trace trace) {
    if (trace.sampled()) {
      trace.log(() ->
          log.info("Accepted notification {} of {}", ids(all), all.getFirst().request().source()));
    }
    trace.end();
    return Submitted.ACCEPTED;
  }

  private Mono<Submitted> refused(
      List<Submission> all, List<Claim> found, Trace trace, Throwable error) {
    if (trace.sampled() || refusals.isDue()) {
      trace.log(() ->
          log.warn(
              "Kafka did not take notification {} ({}); it is to be sent again",
              ids(all),
              error.getClass().getSimpleName()));
    }
    trace.fail(error);
    return claims.giveBack(ours(all, found)).thenReturn(Submitted.UNAVAILABLE);
  }

  private static List<Submission> ours(List<Submission> all, List<Claim> found) {
    return places(found, Claim.OURS).stream().map(all::get).toList();
  }

  private static List<Integer> places(List<Claim> found, Claim wanted) {
    return found.size() == 1
        ? (found.getFirst() == wanted ? List.of(0) : List.of())
        : IntStream.range(0, found.size()).filter(i -> found.get(i) == wanted).boxed().toList();
  }

  private static String ids(List<Submission> all) {
    String first = all.getFirst().id();
    return all.size() == 1 ? first : first + " and " + (all.size() - 1) + " more";
  }
}
