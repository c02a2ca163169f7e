package io.herald.worker.dispatch;

import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.worker.deliver.Shelf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One chat's messages of one lane, first in first out; those on deeper shelves are older. */
final class Line {

  /** Where a line stands in its queue. */
  enum Place {
    NOWHERE,
    SINGLE,
    BACKLOG
  }

  // Enough to be conflated and never to run dry; few enough for a hot chat to take nobody's place.
  private static final int MOST = 512;
  private static final int FEW = 128;

  private static final Shelf[] DEEPEST_FIRST = {
    Shelf.HOUR, Shelf.TEN_MINUTES, Shelf.MINUTE, Shelf.LANE
  };

  private final Mailbox mailbox;
  private final Lane lane;
  // Most lines never see a retry shelf and hold one message.
  private final List<@Nullable Deque<Entry>> shelves = new ArrayList<>(List.of());
  private final Deque<Deferred> deferred = new ArrayDeque<>(0);
  private boolean rereading;
  private int size;
  private long sleepsUntil;
  private long wakesAt = Long.MAX_VALUE;
  private Place place = Place.NOWHERE;

  Line(Mailbox mailbox, Lane lane) {
    this.mailbox = mailbox;
    this.lane = lane;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  Lane lane() {
    return lane;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0 && deferred.isEmpty();
  }

  /** Messages that wait, with those whose content was let go. */
  int waiting() {
    return size + deferred.size();
  }

  /** Whether the content of a further message is better let go until its turn comes nearer. */
  boolean defers(Entry entry) {
    return entry.shelf() == Shelf.LANE && (size >= MOST || !deferred.isEmpty());
  }

  void defer(Entry entry) {
    deferred.addLast(entry.deferred());
  }

  /** Those that are to be read again now, first the oldest; empty while it is too early. */
  List<Deferred> dueForReread() {
    if (rereading || deferred.isEmpty() || size >= FEW) {
      return List.of();
    }
    rereading = true;
    TopicPartition partition = deferred.getFirst().partition();
    return deferred.stream()
        .takeWhile(it -> it.partition().equals(partition))
        .limit(MOST - FEW)
        .toList();
  }

  /** They were read again, or are to be tried later. */
  void reread(List<Deferred> done) {
    rereading = false;
    done.forEach(it -> deferred.removeFirst());
  }

  /**
   * Takes a message in. Versions of an updatable message that still wait are conflated: the newest
   * has the place of the oldest.
   *
   * @return what it took the place of, and what needs no place because it is here already
   */
  Optional<Entry> add(Entry entry) {
    Deque<Entry> shelf = shelf(entry.shelf());
    if (entry.shelf() != Shelf.LANE && shelf.stream().anyMatch(waiting -> waiting.adopt(entry))) {
      return Optional.empty();
    }
    size++;
    if (entry.message().replaceKey() == null) {
      shelf.addLast(entry);
      return Optional.empty();
    }
    return conflate(shelf, entry);
  }

  private Optional<Entry> conflate(Deque<Entry> shelf, Entry newest) {
    Entry older = shelf.stream().filter(e -> isOlderVersion(e, newest)).findFirst().orElse(null);
    if (older == null) {
      shelf.addLast(newest);
      return Optional.empty();
    }
    List<Entry> all = new ArrayList<>(shelf);
    all.set(all.indexOf(older), newest);
    shelf.clear();
    shelf.addAll(all);
    size--;
    return Optional.of(older);
  }

  private boolean isOlderVersion(Entry waiting, Entry newest) {
    OutboundMessage message = waiting.message();
    // What is under way, or has gone out in part, is past being replaced.
    boolean begun = mailbox.isBusyWith(waiting) || !waiting.attempt().messageIds().isEmpty();
    return !begun
        && newest.message().replaceKey() != null
        && newest.message().replaceKey().equals(message.replaceKey())
        && !newest.message().id().equals(message.id());
  }

  /** Whose turn it is; empty when the line is. */
  Optional<Entry> head() {
    for (Shelf depth : DEEPEST_FIRST) {
      Deque<Entry> shelf = existing(depth);
      if (shelf != null && !shelf.isEmpty()) {
        return Optional.of(shelf.getFirst());
      }
    }
    return Optional.empty();
  }

  /** The head leaves. */
  void remove(Entry head) {
    Deque<Entry> shelf = shelf(head.shelf());
    if (shelf.pollFirst() != head) {
      throw new IllegalStateException("only the head leaves a line");
    }
    size--;
  }

  /**
   * The head, whose shelf has changed, finds its place there: behind those that are older.
   *
   * @return its copy, when its record on the shelf was quicker to be read
   */
  Optional<Entry> shelve(Entry head) {
    Deque<Entry> shelf = shelf(head.shelf());
    Optional<Entry> copy = shelf.stream().filter(head::adopt).findFirst();
    copy.ifPresent(shelf::remove);
    shelf.addLast(head);
    size += copy.isPresent() ? 0 : 1;
    return copy;
  }

  /** Removes and hands over all of whom that is true; those without content just go. */
  void removeIf(Predicate<Entry> leaves, Consumer<Entry> taker) {
    deferred.removeIf(it -> it.assignment().isReleased());
    for (Deque<Entry> shelf : shelves) {
      if (shelf != null) {
        shelf.removeIf(entry -> {
          boolean goes = leaves.test(entry);
          if (goes) {
            size--;
            taker.accept(entry);
          }
          return goes;
        });
      }
    }
  }

  long sleepsUntil() {
    return sleepsUntil;
  }

  void sleepUntil(long millis) {
    sleepsUntil = millis;
  }

  /** Whether a wake-up at that time is news. */
  boolean wakesAt(long millis) {
    boolean earlier = millis < wakesAt;
    wakesAt = earlier ? millis : wakesAt;
    return earlier;
  }

  void awake() {
    wakesAt = Long.MAX_VALUE;
  }

  /** Where it stands for service; only the queue changes that. */
  Place place() {
    return place;
  }

  void stand(Place now) {
    place = now;
  }

  private @Nullable Deque<Entry> existing(Shelf shelf) {
    return shelf.ordinal() < shelves.size() ? shelves.get(shelf.ordinal()) : null;
  }

  private Deque<Entry> shelf(Shelf shelf) {
    while (shelves.size() <= shelf.ordinal()) {
      shelves.add(null);
    }
    Deque<Entry> found = shelves.get(shelf.ordinal());
    if (found == null) {
      found = new ArrayDeque<>(2);
      shelves.set(shelf.ordinal(), found);
    }
    return found;
  }
}
