package io.herald.worker.deliver;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.RecordHeaders;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.trace.Trace;
import io.herald.worker.report.TellDelivery;
import io.herald.worker.report.TellDelivery.Told;
import io.herald.worker.report.WorkerMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes durable what follows from a message: its end, its dead letter, its place on a shelf. While
 * Kafka is away it tries until it works, so it never fails.
 */
public final class Conclude {

  private static final Logger log = LoggerFactory.getLogger(Conclude.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Retry UNTIL_IT_WORKS =
      Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(Duration.ofSeconds(2));

  private final PublishRecord publish;
  private final DeadLetters deadLetters;
  private final TellDelivery tell;
  private final WorkerMetrics metrics;
  private final Supplier<Instant> now;

  /**
   * Wires it.
   *
   * @param now the time of events
   */
  public Conclude(
      PublishRecord publish,
      DeadLetters deadLetters,
      TellDelivery tell,
      WorkerMetrics metrics,
      Supplier<Instant> now) {
    this.publish = publish;
    this.deadLetters = deadLetters;
    this.tell = tell;
    this.metrics = metrics;
    this.now = now;
  }

  /**
   * The message's way is at its end; completes when that is durable.
   *
   * @param note what is noted besides
   */
  public Mono<Void> end(Delivery delivery, Ending ending, Mono<Void> note) {
    Told told = Told.of(event(delivery, ending));
    return bury(delivery, ending)
        .then(Mono.when(note.onErrorComplete(), untilItWorks(() -> tell.durably(told))))
        .doOnSuccess(_ -> ended(delivery, ending, told));
  }

  private Mono<Void> bury(Delivery delivery, Ending ending) {
    return switch (ending) {
      case Ending.Failed(var reason, var error) -> bury(delivery, reason, error);
      case Ending.Expired(var error) -> bury(delivery, "expired", error);
      default -> Mono.empty();
    };
  }

  private Mono<Void> bury(Delivery delivery, String reason, String error) {
    String what = delivery.message().id() + " to chat " + delivery.attempt().chat() + ": " + error;
    int attempts = delivery.attempt().number();
    return untilItWorks(() -> deadLetters.bury(delivery.received(), reason, what, attempts));
  }

  private static Mono<Void> untilItWorks(Supplier<Mono<Void>> action) {
    // As a rule it works at once, and that is worth no more than this.
    return Mono.defer(action)
        .onErrorResume(
            _ -> Mono.delay(FIRST_PAUSE).then(Mono.defer(action)).retryWhen(UNTIL_IT_WORKS));
  }

  private void ended(Delivery delivery, Ending ending, Told told) {
    Trace trace = delivery.received().trace();
    trace.measure(() -> metrics.ended(delivery.lane(), ending.word(), told.event()));
    if (ending instanceof Ending.Dropped) {
      metrics.uncertain(false);
    }
    if (trace.sampled()) {
      trace.log(() -> tell.log(told));
    } else {
      tell.log(told);
    }
    trace.end();
  }

  /** The message waits for its turn; told for whoever asks where it is. */
  public void pending(Delivery delivery) {
    tell.atOnce(event(delivery, DeliveryStatus.PENDING, List.of(), null, null));
  }

  /** The message is tried again. */
  public void retrying(Delivery delivery, String reason) {
    metrics.retried(delivery.lane());
    tell.atOnce(event(delivery, DeliveryStatus.RETRYING, List.of(), "retrying", reason));
  }

  /** An earlier run may have sent the message, and it is sent again. */
  public void uncertain(Delivery delivery) {
    metrics.uncertain(true);
    log.warn("Message {} may have been sent by an earlier run; sending", delivery.message().id());
  }

  /** Puts the message on a shelf; completes when its record there is durable. */
  public Mono<Void> rest(Delivery delivery, Shelf shelf, Instant due, String reason) {
    retrying(delivery, reason);
    return put(delivery, shelf, due, false);
  }

  /**
   * Puts the message away because its notification is paused; completes when that is durable. It is
   * told once, however often that happens.
   */
  public Mono<Void> hold(Delivery delivery, Instant due) {
    if (delivery.received().header(RecordHeaders.HELD).isEmpty()) {
      String why = "paused by an admin";
      tell.atOnce(event(delivery, DeliveryStatus.PENDING, List.of(), "paused", why));
    }
    return put(delivery, Shelf.MINUTE, due, true);
  }

  private Mono<Void> put(Delivery delivery, Shelf shelf, Instant due, boolean held) {
    var source = delivery.received().record();
    var record =
        new ProducerRecord<>(
            shelf.topic(delivery.lane()), null, source.key(), source.value(), source.headers());
    put(record.headers(), RecordHeaders.LANE, delivery.lane().word());
    put(record.headers(), RecordHeaders.DUE_AT, String.valueOf(due.toEpochMilli()));
    put(record.headers(), RecordHeaders.ATTEMPTS, String.valueOf(delivery.attempt().number() - 1));
    if (held) {
      put(record.headers(), RecordHeaders.HELD, "paused");
    }
    return untilItWorks(() -> publish.publish(record));
  }

  private DeliveryEvent event(Delivery delivery, Ending ending) {
    return switch (ending) {
      case Ending.Sent(var ids) -> event(delivery, ending.status(), ids, null, null);
      case Ending.AlreadySent(var ids) -> event(delivery, ending.status(), ids, null, null);
      case Ending.Superseded _ -> event(delivery, ending.status(), List.of(), null, null);
      case Ending.Stopped _ -> event(delivery, ending, "stopped by an admin");
      case Ending.Ignored(var error) -> event(delivery, ending, error);
      case Ending.Dropped(var error) -> event(delivery, ending, error);
      case Ending.Failed(_, var error) -> event(delivery, ending, error);
      case Ending.Expired(var error) -> event(delivery, ending, error);
    };
  }

  private DeliveryEvent event(Delivery delivery, Ending ending, String error) {
    List<Long> ids = delivery.attempt().messageIds();
    return event(delivery, ending.status(), ids, ending.word(), error);
  }

  private DeliveryEvent event(
      Delivery delivery,
      DeliveryStatus status,
      List<Long> messageIds,
      @Nullable String errorClass,
      @Nullable String error) {
    Attempt attempt = delivery.attempt();
    OutboundMessage message = attempt.message();
    Instant at = now.get();
    return new DeliveryEvent(
        DeliveryEvent.SCHEMA_VERSION,
        message.subject(),
        message.id(),
        message.part(),
        message.bot(),
        attempt.chat(),
        delivery.lane(),
        status,
        attempt.number(),
        Math.max(0, Duration.between(message.createdAt(), at).toMillis()),
        messageIds,
        errorClass,
        error,
        attempt.downgrades(),
        at,
        message.origin(),
        null);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
