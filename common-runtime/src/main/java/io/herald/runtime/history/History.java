package io.herald.runtime.history;

import io.herald.runtime.redis.RedisLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What became of notifications, for 7 days.
 *
 * <p>Redis is gone: every question fails with {@link HistoryUnknown}. It has lost the history: what
 * is not found fails the same way until everything has been read from Kafka again, and lists say
 * that they are not complete.
 */
public final class History {

  /** Most messages that a view shows. */
  public static final int MESSAGES = 100;

  /** Most notifications on a page. */
  public static final int PAGE = 100;

  /** Most notifications that are looked at for one page. */
  static final int MOST_EXAMINED = 2_000;

  private static final int LOOKS_AT_ONCE = 16;

  private record Examined(Cursor place, Optional<NotificationView> view) {}

  private final ReadHistory read;
  private final Supplier<Mono<Boolean>> caughtUp;

  /** The history that another service keeps. */
  public History(RedisLink redis) {
    this(new ReadHistory(redis));
  }

  private History(ReadHistory read) {
    this(read, read::isComplete);
  }

  /**
   * The history that this service keeps.
   *
   * @param caughtUp whether all that is on Kafka is in Redis, told once it is or after a while
   */
  public History(RedisLink redis, Supplier<Mono<Boolean>> caughtUp) {
    this(new ReadHistory(redis), caughtUp);
  }

  /**
   * @param read what Redis has
   * @param caughtUp whether all that is on Kafka is in Redis, told once it is or after a while
   */
  History(ReadHistory read, Supplier<Mono<Boolean>> caughtUp) {
    this.read = read;
    this.caughtUp = caughtUp;
  }

  /**
   * A notification with its messages. One that was accepted a moment ago is waited for.
   *
   * @return empty when there is none, or none that the viewer may know of
   */
  public Mono<NotificationView> find(Viewer viewer, String id) {
    return read.view(viewer, id)
        .switchIfEmpty(Mono.defer(() -> findLater(viewer, id)))
        .onErrorMap(History::unknown);
  }

  private Mono<NotificationView> findLater(Viewer viewer, String id) {
    return caughtUp
        .get()
        .filter(complete -> complete)
        .switchIfEmpty(Mono.error(() -> new HistoryUnknown("the history has not caught up yet")))
        .flatMap(_ -> read.view(viewer, id));
  }

  /** How many notifications were accepted since then, as far as the history is complete. */
  public Mono<Long> since(Instant begin) {
    return read.since(begin).onErrorMap(History::unknown);
  }

  /**
   * Notifications, newest first.
   *
   * @param after {@link NotificationPage#next()} of the page before; null: from the newest
   * @param limit 1 to {@value #PAGE}
   */
  public Mono<NotificationPage> list(
      Viewer viewer, Filter filter, @Nullable Cursor after, int limit) {
    return read.places(viewer, filter, after)
        .take(MOST_EXAMINED)
        .flatMapSequential(place -> examine(viewer, filter, place), LOOKS_AT_ONCE)
        .takeUntil(enough(limit))
        .collectList()
        .zipWith(read.isComplete(), (examined, complete) -> page(examined, limit, complete))
        .onErrorMap(History::unknown);
  }

  private Mono<Examined> examine(Viewer viewer, Filter filter, Cursor place) {
    return read.row(viewer, place.id())
        .filter(filter::lets)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(view -> new Examined(place, view));
  }

  // One more than fits tells that there is another page.
  private static Predicate<Examined> enough(int limit) {
    var found = new AtomicInteger();
    return examined -> examined.view().isPresent() && found.incrementAndGet() > limit;
  }

  private static NotificationPage page(List<Examined> examined, int limit, boolean complete) {
    List<Examined> found = examined.stream().filter(it -> it.view().isPresent()).toList();
    List<Examined> shown = found.subList(0, Math.min(limit, found.size()));
    String next = null;
    if (found.size() > limit) {
      next = shown.getLast().place().word();
    } else if (examined.size() == MOST_EXAMINED) {
      next = examined.getLast().place().word();
    }
    return new NotificationPage(
        shown.stream().flatMap(it -> it.view().stream()).toList(), next, complete);
  }

  private static HistoryUnknown unknown(Throwable error) {
    return error instanceof HistoryUnknown known
        ? known
        : new HistoryUnknown("Redis, where the history lies, does not answer");
  }
}
