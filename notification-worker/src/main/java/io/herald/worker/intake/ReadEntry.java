package io.herald.worker.intake;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.trace.Traces;
import io.herald.worker.deliver.Attempt;
import io.herald.worker.deliver.Shelf;
import io.herald.worker.dispatch.Assignment;
import io.herald.worker.dispatch.Entry;
import io.herald.worker.dispatch.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes a message out of a record, or a dead letter where it is none. */
final class ReadEntry {

  private static final Map<String, Lane> LANES =
      Arrays.stream(Lane.values()).collect(Collectors.toMap(Lane::topic, Function.identity()));
  private static final Map<String, Lane> WORDS =
      Arrays.stream(Lane.values()).collect(Collectors.toMap(Lane::word, Function.identity()));
  private static final Map<String, Shelf> SHELVES =
      Map.of(
          Topics.RETRY_1M, Shelf.MINUTE,
          Topics.RETRY_10M, Shelf.TEN_MINUTES,
          Topics.RETRY_1H, Shelf.HOUR);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Retry UNTIL_IT_WORKS =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(2));

  private final DeadLetters deadLetters;
  private final Traces traces;

  ReadEntry(DeadLetters deadLetters, Traces traces) {
    this.deadLetters = deadLetters;
    this.traces = traces;
  }

  /** The message; empty when the record is malformed, which it is done with as a dead letter. */
  Optional<Entry> read(
      ConsumerRecord<byte[], byte[]> record, Assignment assignment, Receipt receipt) {
    Received received = new Received(record, traces.resume("message.deliver", record.headers()));
    try {
      return Optional.of(entry(received, assignment, receipt));
    } catch (MalformedRecord e) {
      bury(received, e, receipt);
      return Optional.empty();
    }
  }

  private static Entry entry(Received received, Assignment assignment, Receipt receipt) {
    OutboundMessage message = Json.read(received.value(), OutboundMessage.class);
    check(message.createdAt(), "createdAt");
    check(message.expiresAt(), "expiresAt");
    String topic = received.record().topic();
    Shelf shelf = SHELVES.getOrDefault(topic, Shelf.LANE);
    Lane lane =
        shelf == Shelf.LANE
            ? LANES.get(topic)
            : received.header(RecordHeaders.LANE).map(WORDS::get).orElse(Lane.STANDARD);
    return new Entry(
        received,
        Attempt.after(expiring(received, message), calls(received, shelf)),
        lane,
        shelf,
        number(received, RecordHeaders.DUE_AT).filter(_ -> shelf != Shelf.LANE).orElse(0L),
        assignment,
        receipt);
  }

  private static void check(Instant time, String field) {
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
      throw new MalformedRecord(field + " must be between the years 1970 and 9999", null);
    }
  }

  private static OutboundMessage expiring(Received received, OutboundMessage message) {
    return number(received, RecordHeaders.EXPIRES_AT)
        .map(expiry -> message.withExpiresAt(Instant.ofEpochMilli(expiry)))
        .orElse(message);
  }

  private static int calls(Received received, Shelf shelf) {
    return shelf == Shelf.LANE
        ? 0
        : number(received, RecordHeaders.ATTEMPTS).map(Long::intValue).orElse(0);
  }

  private static Optional<Long> number(Received received, String header) {
    try {
      return received.header(header).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw new MalformedRecord("header " + header + " is no number", null);
    }
  }

  private void bury(Received received, MalformedRecord error, Receipt receipt) {
    Mono.defer(() -> deadLetters.bury(received, "malformed", String.valueOf(error.getMessage()), 1))
        .retryWhen(UNTIL_IT_WORKS)
        .doFinally(_ -> received.trace().end())
        .subscribe(_ -> {}, _ -> {}, receipt::finish);
  }
}
