package io.herald.worker.guard;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids that this process has sent, the newest so many. Safe for concurrent use. */
final class SentIds {

  private final Map<String, Boolean> ids;

  SentIds(int capacity) {
    this.ids =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized void add(String id) {
    ids.put(id, Boolean.TRUE);
  }

  synchronized boolean contains(String id) {
    return ids.containsKey(id);
  }
}
