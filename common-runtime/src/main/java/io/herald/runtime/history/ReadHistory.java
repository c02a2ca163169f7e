package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.message.MessageIds;
import io.herald.model.notification.Recipient;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScoredValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the history from Redis; fails when Redis is gone. */
final class ReadHistory {

  private static final int STEP = 100;

  // More parts than this of one recipient's are not looked for in a list.
  private static final int PARTS_IN_LIST = 4;
  // Nor for more than so many recipients' reasons.
  private static final int MESSAGES_IN_LIST = 20;

  private final RedisLink redis;

  ReadHistory(RedisLink redis) {
    this.redis = redis;
  }

  /** A notification with its messages. */
  Mono<NotificationView> view(Viewer viewer, String id) {
    return entry(id)
        .flatMap(entry ->
            Mono.zip(
                    order(id, History.MESSAGES)
                        .flatMap(known -> messages(id, wanted(viewer, id, known))),
                    trace(id))
                .mapNotNull(found -> new Look(id, entry, found.getT1(), found.getT2()).by(viewer)));
  }

  /** A notification without its messages, as it stands in a list. */
  Mono<NotificationView> row(Viewer viewer, String id) {
    return (viewer.user() == null ? rowOfAll(id) : rowOf(viewer.user(), id))
        .mapNotNull(look -> look.by(viewer))
        .map(NotificationView::inList);
  }

  private Mono<Look> rowOf(String user, String id) {
    return entry(id)
        .zipWith(
            messages(id, ownIds(id, user, PARTS_IN_LIST)),
            (entry, own) -> new Look(id, entry, own, List.of()));
  }

  // Messages tell the reason, where there may be one.
  private Mono<Look> rowOfAll(String id) {
    return entry(id)
        .flatMap(entry -> reasons(id, entry).map(some -> new Look(id, entry, some, List.of())));
  }

  private Mono<List<MessageView>> reasons(String id, Entry entry) {
    return switch (NotificationState.of(entry.tally())) {
      case ACCEPTED, PENDING, SENT -> Mono.just(List.of());
      default -> order(id, MESSAGES_IN_LIST).flatMap(some -> messages(id, some));
    };
  }

  /** Where notifications lie in the list, newest first. */
  Flux<Cursor> places(Viewer viewer, Filter filter, @Nullable Cursor after) {
    String user = viewer.user() == null ? filter.user() : viewer.user();
    byte[] key = user == null ? Keys.all() : Keys.ofUser(user);
    Range<Number> times = times(filter, after);
    return Flux.range(0, History.MOST_EXAMINED / STEP + 1)
        .concatMap(step -> places(key, times, Limit.create((long) step * STEP, STEP)), 1)
        .takeUntil(some -> some.size() < STEP)
        .flatMapIterable(Function.identity(), 1)
        .filter(place -> after == null || place.isOlderThan(after));
  }

  private Mono<List<Cursor>> places(byte[] key, Range<Number> times, Limit limit) {
    return redis
        .ask(commands -> commands.zrevrangebyscoreWithScores(key, times, limit))
        .map(found -> found.stream().map(ReadHistory::place).toList());
  }

  private static Cursor place(ScoredValue<byte[]> found) {
    return new Cursor((long) found.getScore(), new String(found.getValue(), UTF_8));
  }

  private static Range<Number> times(Filter filter, @Nullable Cursor after) {
    Instant until = filter.until();
    long newest = after == null ? Long.MAX_VALUE : after.at();
    if (until != null) {
      newest = Math.min(newest, until.toEpochMilli() - 1);
    }
    long oldest = filter.since() == null ? 0 : filter.since().toEpochMilli();
    return Range.create(oldest, newest);
  }

  /** How many were accepted since then. */
  Mono<Long> since(Instant begin) {
    Range<Number> times = Range.create(begin.toEpochMilli(), Long.MAX_VALUE);
    return redis.ask(commands -> commands.zcount(Keys.all(), times));
  }

  /** Whether everything that is kept is there. */
  Mono<Boolean> isComplete() {
    return redis.ask(
        commands -> commands.hexists(Keys.bytes(Keys.INDEX.key()), Keys.bytes(IndexSpec.COMPLETE)));
  }

  private Mono<Entry> entry(String id) {
    return Mono.zip(
            redis
                .ask(commands -> commands.get(Keys.request(id)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty()),
            redis.ask(commands -> commands.hgetall(Keys.notification(id))))
        .flatMap(found -> Mono.justOrEmpty(Entry.of(found.getT1(), found.getT2())));
  }

  private Mono<List<String>> order(String id, int most) {
    return redis
        .ask(commands -> commands.lrange(Keys.order(id), 0, most - 1))
        .map(ids -> ids.stream().map(bytes -> new String(bytes, UTF_8)).toList());
  }

  private Mono<List<MessageView>> trace(String id) {
    return redis
        .ask(commands -> commands.lrange(Keys.trace(id), 0, -1))
        .map(changes -> changes.stream().map(Entry::message).toList());
  }

  private Mono<List<MessageView>> messages(String id, List<String> ids) {
    if (ids.isEmpty()) {
      return Mono.just(List.of());
    }
    byte[][] fields = ids.stream().map(Keys::bytes).toArray(byte[][]::new);
    return redis
        .ask(commands -> commands.hmget(Keys.messages(id), fields))
        .map(found ->
            found.stream().filter(KeyValue::hasValue).map(it -> Entry.message(it.getValue())))
        .map(Stream::toList);
  }

  // Of an audience of thousands the first known need not hold the viewer's own.
  private static List<String> wanted(Viewer viewer, String id, List<String> known) {
    if (viewer.user() == null) {
      return known;
    }
    Set<String> wanted = new LinkedHashSet<>(ownIds(id, viewer.user(), History.MESSAGES));
    wanted.addAll(known);
    return List.copyOf(wanted);
  }

  private static List<String> ownIds(String id, String user, int parts) {
    String recipient = Objects.requireNonNull(Recipient.user(user)).word();
    return IntStream.range(0, parts)
        .mapToObj(part -> MessageIds.notification(id, recipient, part))
        .toList();
  }
}
