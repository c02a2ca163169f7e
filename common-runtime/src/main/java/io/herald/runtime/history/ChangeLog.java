package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.StreamMessage;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.ReactiveSubscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What changed for people, the latest {@value RecordHistory#STREAM} changes of each.
 *
 * <p>Redis is gone: questions fail, and the signals end with an error.
 */
public final class ChangeLog {

  /** Before every change. */
  public static final String BEGINNING = "0-0";

  private final RedisLink redis;
  private final ReactiveRedisConnectionFactory connections;

  /**
   * @param connections where to hear of changes as they happen
   */
  public ChangeLog(RedisLink redis, ReactiveRedisConnectionFactory connections) {
    this.redis = redis;
    this.connections = connections;
  }

  /** Id of a person's latest change; {@link #BEGINNING} when there is none. */
  public Mono<String> newest(String user) {
    return redis
        .ask(commands ->
            commands.xrevrange(Keys.stream(user), Range.unbounded(), Limit.create(0, 1)))
        .map(found -> found.isEmpty() ? BEGINNING : found.getFirst().getId());
  }

  /**
   * A person's changes after that one, oldest first.
   *
   * @param limit most of them
   */
  public Mono<List<Change>> after(String user, String id, int limit) {
    Range<String> later = Range.from(Boundary.excluding(id), Boundary.unbounded());
    return redis
        .ask(commands -> commands.xrange(Keys.stream(user), later, Limit.create(0, limit)))
        .map(found -> found.stream().map(ChangeLog::change).toList());
  }

  private static Change change(StreamMessage<byte[], byte[]> entry) {
    Map<String, String> fields = new HashMap<>();
    entry
        .getBody()
        .forEach((name, value) -> fields.put(new String(name, UTF_8), new String(value, UTF_8)));
    String message = fields.getOrDefault("message", "");
    return new Change(
        entry.getId(),
        fields.getOrDefault("notification", ""),
        fields.getOrDefault("source", ""),
        fields.getOrDefault("kind", ""),
        emptyToNull(fields.get("title")),
        message.isEmpty() ? null : Json.read(message.getBytes(UTF_8), MessageView.class));
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /**
   * For whom something has changed, as it happens, on a connection of its own. Some may be missing
   * where a connection was lost: who must know looks now and then.
   */
  public Flux<Set<String>> signals() {
    return Flux.usingWhen(
        Mono.fromSupplier(connections::getReactiveConnection),
        connection ->
            Flux.usingWhen(
                connection.pubSubCommands().createSubscription(),
                ChangeLog::signals,
                subscription -> subscription.cancel().onErrorComplete()),
        connection -> connection.closeLater().onErrorComplete());
  }

  private static Flux<Set<String>> signals(ReactiveSubscription subscription) {
    return subscription
        .subscribe(ByteBuffer.wrap(Keys.changed()))
        .thenMany(subscription.receive())
        .map(signal -> Set.of(Json.read(bytes(signal.getMessage()), String[].class)));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
