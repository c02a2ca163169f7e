package io.herald.emulator.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The newest entries of a log, numbered from 1. */
public final class Journal<T> {
  private final int capacity;
  private final Deque<T> entries = new ArrayDeque<>();
  private long lastSeq;

  public Journal(int capacity) {
    this.capacity = capacity;
  }

  /** Adds the entry that is made for the next number. */
  public synchronized T add(LongFunction<T> create) {
    T entry = create.apply(++lastSeq);
    if (entries.size() == capacity) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    return entry;
  }

  /** Entries after a number, oldest first. */
  public synchronized List<T> since(long seq, int limit, Predicate<T> filter) {
    long skip = Math.max(0, seq - oldestSeq() + 1);
    List<T> found = new ArrayList<>();
    entries.stream().skip(skip).filter(filter).limit(limit).forEach(found::add);
    return found;
  }

  public synchronized long lastSeq() {
    return lastSeq;
  }

  public synchronized long oldestSeq() {
    return lastSeq - entries.size() + 1;
  }

  /** Forgets the entries; numbers go on. */
  public synchronized void clear() {
    entries.clear();
  }
}
