package io.herald.gateway.history;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.topic.Topics;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.index.ApplyRecords;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
final class RecordHistory implements ApplyRecords {

  /** How long the history is kept, as long as its topics are. */
  static final Duration KEPT = Duration.ofDays(7);

  /** How many changes a person's stream holds for those who were away. */
  static final int STREAM = 1_000;

  /** How many changes a notification's trace holds. */
  static final int TRACE = 100;

  // One script holds up everybody else at Redis: so many take it a few milliseconds.
  private static final int AT_ONCE = 100;
  private static final Script SCRIPT =
      Script.of(RecordHistory.class, ScriptOutputType.INTEGER, "record.lua");

  private final RedisLink redis;
  private final ReadNotification contract;
  private final Clock clock;

  RecordHistory(RedisLink redis, ReadNotification contract, Clock clock) {
    this.redis = redis;
    this.contract = contract;
    this.clock = clock;
  }

  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    long oldest = clock.instant().minus(KEPT).toEpochMilli();
    List<byte[]> news =
        records.stream()
            .flatMap(record -> read(record).stream())
            .filter(it -> it.at() >= oldest)
            .map(Json::write)
            .toList();
    return Flux.fromIterable(news).buffer(AT_ONCE).concatMap(some -> write(some, oldest)).then();
  }

  private Mono<Long> write(List<byte[]> news, long oldest) {
    byte[][] keys = {Keys.root()};
    byte[][] arguments =
        Stream.concat(
                Stream.of(KEPT.toMillis(), oldest, STREAM, TRACE)
                    .map(number -> Keys.bytes(number.toString())),
                news.stream())
            .toArray(byte[][]::new);
    return redis.ask(commands -> SCRIPT.<Long>run(commands, keys, arguments));
  }

  /** Empty for what is no notification's: replies of the bot, and what can't be read. */
  private Optional<News> read(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return Optional.empty();
    }
    try {
      return record.topic().equals(Topics.NOTIFICATIONS)
          ? Optional.of(News.of(contract.read(value), record.timestamp()))
          : delivered(Json.read(value, DeliveryEvent.class));
    } catch (MalformedRecord e) {
      // Whoever expands or dispatches tells that it failed, and makes it a dead letter.
      return Optional.empty();
    }
  }

  private static Optional<News> delivered(DeliveryEvent event) {
    boolean ofNotification = event.origin() != null || event.messages() != null;
    return ofNotification ? Optional.of(News.of(event)) : Optional.empty();
  }
}
