package io.herald.worker.deadletter;

import io.herald.model.topic.RecordHeaders;
import io.herald.runtime.kafka.PublishRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes dead letters again, one after the other and those of a key in their order. Who consumes
 * them knows by their ids what was done before. Kafka gone: it stops there, and says how far it
 * came.
 */
final class ReplayLetters {

  /**
   * Counter {@code herald.dead.letters.replayed}, tag {@code topic}: letters published again. What
   * fails again counts in {@code herald.dead.letters} once more.
   */
  static final String METRIC = "herald.dead.letters.replayed";

  /** Why a letter is refused whose id nobody knows. */
  static final String UNKNOWN = "there is no such dead letter";

  private static final Logger log = LoggerFactory.getLogger(ReplayLetters.class);

  // Values that are held in memory at once, in bytes; a single one may be as large as a record.
  private static final int HELD = 8 * 1024 * 1024;

  private final ReadLetters read;
  private final PublishRecord publish;
  private final MeterRegistry meters;
  private final Clock clock;

  ReplayLetters(ReadLetters read, PublishRecord publish, MeterRegistry meters, Clock clock) {
    this.read = read;
    this.publish = publish;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Publishes those that the filter means.
   *
   * @param caller who wants it, for the log
   */
  Mono<ReplayReport> replay(LetterFilter filter, String caller) {
    return read.list(filter)
        .flatMap(page ->
            replayAll(page.letters(), List.of(), caller)
                .map(report -> report.withNext(page.next())));
  }

  /** Publishes these. */
  Mono<ReplayReport> replay(Collection<LetterId> ids, String caller) {
    return read.find(ids, Letter::of)
        .flatMap(letters -> replayAll(letters, missing(ids, letters), caller));
  }

  private static List<ReplayReport.Refused> missing(
      Collection<LetterId> ids, List<Letter> letters) {
    var found = letters.stream().map(Letter::position).collect(Collectors.toSet());
    return ids.stream()
        .filter(id -> !found.contains(id))
        .map(id -> new ReplayReport.Refused(id.toString(), UNKNOWN))
        .toList();
  }

  private Mono<ReplayReport> replayAll(
      List<Letter> letters, List<ReplayReport.Refused> missing, String caller) {
    var replay = new Replay(caller, new ArrayList<>(), new ArrayList<>(missing));
    return Flux.fromIterable(chunks(letters))
        .concatMap(chunk -> read.find(chunk, Objects::requireNonNull))
        .concatMapIterable(records -> records)
        .concatMap(record -> replay(record, replay))
        .onErrorMap(error -> new BrokenOff(replay.done().size(), error))
        .then(Mono.fromSupplier(replay::report));
  }

  private static List<List<LetterId>> chunks(List<Letter> letters) {
    List<List<LetterId>> chunks = new ArrayList<>();
    long held = HELD;
    for (Letter letter : letters.stream().sorted(Letter.AS_THEY_LIE).toList()) {
      if (held + letter.size() > HELD) {
        chunks.add(new ArrayList<>());
        held = 0;
      }
      chunks.getLast().add(letter.position());
      held += letter.size();
    }
    return chunks;
  }

  private static String problem(ConsumerRecord<byte[], byte[]> letter) {
    if (ReplayRecord.isCut(letter)) {
      return "it is only the beginning of a record that was too large";
    }
    String source = Letter.header(letter, RecordHeaders.SOURCE_TOPIC);
    return source == null
        ? "it does not say which topic it came from"
        : "it came from " + source + ", which is no topic of Herald's";
  }

  private Mono<Void> replay(ConsumerRecord<byte[], byte[]> letter, Replay replay) {
    String id = new LetterId(letter.partition(), letter.offset()).toString();
    var target = ReplayRecord.target(letter);
    if (target.isEmpty()) {
      replay.refused().add(new ReplayReport.Refused(id, problem(letter)));
      return Mono.empty();
    }
    return publish
        .publish(ReplayRecord.of(letter, target.get(), clock.instant()))
        .doOnSuccess(_ -> published(id, target.get(), replay));
  }

  private void published(String id, String topic, Replay replay) {
    replay.done().add(new ReplayReport.Replayed(id, topic));
    meters.counter(METRIC, "topic", topic).increment();
    log.info("Dead letter {} was published again to {}, asked for by {}", id, topic, replay.caller);
  }

  /** How far one request came. */
  private record Replay(
      String caller, List<ReplayReport.Replayed> done, List<ReplayReport.Refused> refused) {

    ReplayReport report() {
      return new ReplayReport(done.size(), List.copyOf(done), List.copyOf(refused), null);
    }
  }

  /** Kafka did not answer in the midst of it. */
  static final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BrokenOff(int replayed, Throwable cause) {
      super(
          replayed
              + " were published again, then Kafka did not answer; the rest was left alone, and"
              + " asking once more does no harm",
          cause);
    }
  }
}
