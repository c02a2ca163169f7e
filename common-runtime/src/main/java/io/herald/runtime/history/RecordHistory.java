package io.herald.runtime.history;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.topic.Topics;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.index.ApplyRecords;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the history from Kafka into Redis. Deliveries may come before the request that they belong
 * to, and everything may come again: what is older than what is known changes nothing.
 *
 * <p>Redis is gone: nothing is written, and the records come again.
 */
public final class RecordHistory implements ApplyRecords {

  /** The index that it keeps. */
  public static final IndexSpec INDEX = Keys.INDEX;

  /** How long the history is kept, as long as its topics are. */
  static final Duration KEPT = Duration.ofDays(7);

  /** How many changes a person's stream holds for those who were away. */
  static final int STREAM = 1_000;

  /** How many changes a notification's trace holds. */
  static final int TRACE = 100;

  // One script holds up everybody else at Redis: so many take it half a millisecond.
  private static final int AT_ONCE = 25;
  private static final Script ACCEPTED =
      Script.of(RecordHistory.class, ScriptOutputType.INTEGER, "people.lua", "accepted.lua");
  private static final Script HAPPENED =
      Script.of(RecordHistory.class, ScriptOutputType.INTEGER, "people.lua", "happened.lua");

  private static final byte[] NOBODY = {};

  private final RedisLink redis;
  private final ReadNotification contract;
  private final JustAccepted known;
  private final Clock clock;

  /**
   * @param known what this replica has published a moment ago, and needs not read again
   */
  public RecordHistory(
      RedisLink redis, ReadNotification contract, JustAccepted known, Clock clock) {
    this.redis = redis;
    this.contract = contract;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    long oldest = clock.instant().minus(KEPT).toEpochMilli();
    Stream<byte[][]> accepted =
        of(records, Topics.NOTIFICATIONS)
            .flatMap(record -> read(() -> request(record)))
            .filter(request -> request.at() >= oldest)
            .map(RecordHistory::arguments);
    Stream<byte[][]> happened =
        of(records, Topics.DELIVERIES)
            .flatMap(record -> read(() -> Json.read(record.value(), DeliveryEvent.class)))
            .filter(event -> event.origin() != null || event.messages() != null)
            .map(Happened::of)
            .filter(it -> it.at() >= oldest)
            .map(it -> new byte[][] {Json.write(it)});
    return write(ACCEPTED, accepted, oldest).then(write(HAPPENED, happened, oldest));
  }

  private static Stream<ConsumerRecord<byte[], byte[]>> of(
      List<ConsumerRecord<byte[], byte[]>> records, String topic) {
    return records.stream()
        .filter(record -> record.value() != null && record.topic().equals(topic));
  }

  private Request request(ConsumerRecord<byte[], byte[]> record) {
    Request request = known.take(record);
    return request == null
        ? Request.of(contract.read(record.value()), record.timestamp())
        : request;
  }

  // Whoever expands or dispatches tells that it failed, and makes it a dead letter.
  private static <T> Stream<T> read(Supplier<T> reading) {
    try {
      return Stream.of(reading.get());
    } catch (MalformedRecord e) {
      return Stream.empty();
    }
  }

  private static byte[][] arguments(Request request) {
    List<String> users = request.users();
    return new byte[][] {
      Keys.bytes(request.id()),
      number(request.at()),
      Json.write(request),
      users.isEmpty() ? NOBODY : Json.write(users)
    };
  }

  private Mono<Void> write(Script script, Stream<byte[][]> news, long oldest) {
    return Flux.fromStream(news)
        .buffer(AT_ONCE)
        .concatMap(some -> write(script, some, oldest))
        .then();
  }

  private Mono<Long> write(Script script, List<byte[][]> news, long oldest) {
    byte[][] keys = {Keys.root()};
    byte[][] arguments =
        Stream.concat(
                Stream.of(KEPT.toMillis(), oldest, STREAM, TRACE).map(RecordHistory::number),
                news.stream().flatMap(Arrays::stream))
            .toArray(byte[][]::new);
    return redis.ask(commands -> script.<Long>run(commands, keys, arguments));
  }

  private static byte[] number(Number number) {
    return Keys.bytes(number.toString());
  }
}
