package io.herald.emulator.journal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Calls by method and status. */
public final class MethodCounts {
  private final Map<String, Map<Integer, LongAdder>> counts = new ConcurrentHashMap<>();

  public void add(String method, int status) {
    counts
        .computeIfAbsent(method, fresh -> new ConcurrentHashMap<>())
        .computeIfAbsent(status, fresh -> new LongAdder())
        .increment();
  }

  /** Method → status → calls; status 0 stands for cut and hanging calls. */
  public Map<String, Map<Integer, Long>> all() {
    Map<String, Map<Integer, Long>> all = new TreeMap<>();
    counts.forEach((method, byStatus) -> {
      Map<Integer, Long> copy = new TreeMap<>();
      byStatus.forEach((status, count) -> copy.put(status, count.sum()));
      all.put(method, copy);
    });
    return all;
  }

  public void clear() {
    counts.clear();
  }
}
