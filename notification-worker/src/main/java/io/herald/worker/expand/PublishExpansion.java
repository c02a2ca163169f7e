package io.herald.worker.expand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.trace.Trace;
import io.herald.worker.deferred.PublishDeferral;
import io.herald.worker.report.TellDelivery;
import io.herald.worker.report.TellDelivery.Told;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes a step of an expansion durable. On failure all of it is published again; every record has
 * the same id then, so nobody gets anything twice. Events begin first, so that they are not
 * overtaken by what becomes of the messages; where an audience goes on is said last.
 */
final class PublishExpansion {

  private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
  private static final int MOST_AT_ONCE = 256;
  // Of one step: all steps together must fit into the producer's memory, 32 MiB.
  private static final int BYTES_AT_ONCE = 512 * 1024;

  private final PublishRecord publish;
  private final PublishDeferral defer;
  private final TellDelivery tell;
  private final DeadLetters deadLetters;
  private final Mono<Void> learned;

  PublishExpansion(
      PublishRecord publish, PublishDeferral defer, TellDelivery tell, DeadLetters deadLetters) {
    this.publish = publish;
    this.defer = defer;
    this.tell = tell;
    this.deadLetters = deadLetters;
    // Once; a failure is tried again with the next record.
    this.learned =
        publish.learn(Topics.ALL).cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER);
  }

  /** Completes when all of it is durable; fails with a Kafka exception when it may not be. */
  Mono<Void> publish(Received received, Expansion expansion) {
    return learned
        .then(Mono.defer(() -> publishAll(received.trace(), expansion)))
        .then(Mono.defer(() -> keep(received, expansion)))
        .then(Mono.defer(() -> goOn(received, expansion)));
  }

  private Mono<Void> publishAll(Trace trace, Expansion expansion) {
    return Mono.when(
        tell(expansion.events()),
        send(expansion.messages(), expansion.lane(), trace),
        Flux.fromIterable(expansion.deferrals())
            .flatMap(it -> defer.publish(it, trace), MOST_AT_ONCE));
  }

  private Mono<Void> tell(List<DeliveryEvent> events) {
    return Flux.fromIterable(events).map(Told::of).flatMap(this::tell, MOST_AT_ONCE).then();
  }

  private Mono<Void> tell(Told told) {
    return told.event().status().isFinal()
        ? tell.durably(told).doOnSuccess(_ -> tell.log(told))
        : tell.durably(told);
  }

  /** One begins after the other, so that Kafka gets a chat's parts in their order. */
  private Mono<Void> send(List<OutboundMessage> messages, Lane lane, Trace trace) {
    if (messages.isEmpty()) {
      return Mono.empty();
    }
    return Flux.fromIterable(messages)
        .flatMap(it -> publish.publish(record(it, lane, trace)), atOnce(messages.getFirst()))
        .then();
  }

  private static int atOnce(OutboundMessage message) {
    return Math.clamp(BYTES_AT_ONCE / Json.write(message).length, 1, MOST_AT_ONCE);
  }

  private static ProducerRecord<byte[], byte[]> record(
      OutboundMessage message, Lane lane, Trace trace) {
    var record =
        new ProducerRecord<>(lane.topic(), message.key().getBytes(UTF_8), Json.write(message));
    trace.writeTo(record.headers());
    return record;
  }

  /** A dead letter can be replayed when its route or template is there; ids stay the same. */
  private Mono<Void> keep(Received received, Expansion expansion) {
    return Mono.justOrEmpty(expansion.repairable())
        .flatMap(it ->
            deadLetters.bury(
                received,
                String.valueOf(it.errorClass()).replace('_', '-'),
                it.messageId() + ": " + it.error(),
                1));
  }

  /** The same notification again, with where to go on. */
  private Mono<Void> goOn(Received received, Expansion expansion) {
    Expansion.Continuation next = expansion.next();
    if (next == null) {
      return Mono.empty();
    }
    var source = received.record();
    var record =
        new ProducerRecord<>(
            Topics.NOTIFICATIONS, null, source.key(), source.value(), source.headers());
    put(record.headers(), RecordHeaders.AUDIENCE_AFTER, next.after());
    put(record.headers(), RecordHeaders.EXPANDED, String.valueOf(next.expanded()));
    return publish.publish(record);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }
}
