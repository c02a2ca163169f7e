package io.herald.worker.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest dead letters that a filter means, reading each partition backwards in growing
 * windows until the others can only hold older ones. It reads a bounded number of records, so that
 * a huge topic costs no more than a small one; what is left out then is told by the page's {@code
 * next}.
 */
final class ListLetters {

  /** Where reading stops, found or not. */
  static final int MOST_EXAMINED = 20_000;

  private static final int FIRST_WINDOW = 32;
  private static final int LARGEST_WINDOW = 1_024;

  private final LetterTopic topic;
  private final LetterFilter filter;
  private final List<Tail> tails;
  private List<Letter> found = List.of();
  private int examined;

  private ListLetters(LetterTopic topic, LetterFilter filter) {
    this.topic = topic;
    this.filter = filter;
    this.tails = topic.tails(filter);
  }

  /**
   * The page; it may hold fewer than wanted although there are more.
   *
   * @throws TimeoutException when not even the newest could be read in time
   */
  static LetterPage list(LetterTopic topic, LetterFilter filter) {
    return new ListLetters(topic, filter).list();
  }

  private LetterPage list() {
    int size = FIRST_WINDOW;
    for (List<Tail> active = active(); !active.isEmpty(); active = active()) {
      if (examined >= MOST_EXAMINED) {
        return unfinished();
      }
      try {
        examine(active, size);
      } catch (TimeoutException e) {
        return unfinished();
      }
      size = Math.min(size * 2, LARGEST_WINDOW);
    }
    return finished();
  }

  /** Those that may hold a letter that belongs to the page. */
  private List<Tail> active() {
    long least =
        found.size() < filter.limit()
            ? Long.MIN_VALUE
            : found.get(filter.limit() - 1).timestamp().toEpochMilli();
    return tails.stream().filter(tail -> !tail.isExhausted() && tail.oldest() > least).toList();
  }

  private void examine(List<Tail> active, int size) {
    List<Seen> window = topic.window(active, size, this::look);
    examined += window.size();
    for (Tail tail : active) {
      tail.passed(size, oldest(tail, window));
    }
    // One more than wanted tells that there are more.
    found =
        Stream.concat(found.stream(), window.stream().map(Seen::letter).filter(Objects::nonNull))
            .sorted(Letter.NEWEST_FIRST)
            .limit(filter.limit() + 1L)
            .toList();
  }

  private Seen look(ConsumerRecord<byte[], byte[]> record) {
    return new Seen(
        record.partition(), record.timestamp(), filter.matches(record) ? Letter.of(record) : null);
  }

  private static long oldest(Tail tail, List<Seen> window) {
    return window.stream()
        .filter(seen -> seen.partition() == tail.partition().partition())
        .mapToLong(Seen::timestamp)
        .min()
        .orElse(tail.oldest());
  }

  private LetterPage finished() {
    int count = Math.min(found.size(), filter.limit());
    List<Letter> letters = found.subList(0, count);
    boolean more = found.size() > count || !tails.stream().allMatch(Tail::isExhausted);
    return new LetterPage(
        letters, examined, more ? after(letters.getLast().timestamp().toEpochMilli()) : null);
  }

  // What lies before that time in one partition may be newer than what was found in another.
  private LetterPage unfinished() {
    long certain =
        tails.stream()
            .filter(tail -> !tail.isExhausted())
            .mapToLong(Tail::oldest)
            .max()
            .orElse(Long.MAX_VALUE);
    if (certain == Long.MAX_VALUE) {
      throw new TimeoutException("not even the newest dead letters could be read in time");
    }
    List<Letter> letters =
        found.stream()
            .filter(letter -> letter.timestamp().toEpochMilli() >= certain)
            .limit(filter.limit())
            .toList();
    return new LetterPage(letters, examined, after(certain));
  }

  // Letters of the same millisecond are shown again rather than left out.
  private static Instant after(long millis) {
    return Instant.ofEpochMilli(millis + 1);
  }

  /** A record that was read; with its letter if the filter means it. */
  private record Seen(int partition, long timestamp, @Nullable Letter letter) {}
}
