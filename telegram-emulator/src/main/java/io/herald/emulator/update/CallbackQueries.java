package io.herald.emulator.update;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Pressed buttons that wait for an answer; each takes one answer within its time. */
public final class CallbackQueries {
  /** How long an answer is taken: as long as the update itself lives. */
  static final long LIFETIME_MS = 150_000;

  private static final int MOST = 20_000;

  /**
   * A pressed button.
   *
   * @param answeredMs 0 until it is answered
   */
  public record Query(
      String id,
      long user,
      long chat,
      int messageId,
      long askedMs,
      long answeredMs,
      String text,
      boolean alert,
      @Nullable String url) {

    Query answered(long nowMs, String answer, boolean asAlert, @Nullable String address) {
      return new Query(id, user, chat, messageId, askedMs, nowMs, answer, asAlert, address);
    }
  }

  private final Map<String, Query> queries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Query> eldest) {
          return size() > MOST;
        }
      };

  public synchronized Query ask(long user, long chat, int messageId, long nowMs) {
    String id = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
    Query query = new Query(id, user, chat, messageId, nowMs, 0, "", false, null);
    queries.put(id, query);
    return query;
  }

  public synchronized @Nullable Query get(String id) {
    return queries.get(id);
  }

  /** The answered query, or null if the id is unknown, answered before, or too old. */
  public synchronized @Nullable Query answer(
      String id, String text, boolean alert, @Nullable String url, long nowMs) {
    Query query = queries.get(id);
    boolean open =
        query != null && query.answeredMs() == 0 && nowMs - query.askedMs() <= LIFETIME_MS;
    if (query == null || !open) {
      return null;
    }
    Query answered = query.answered(nowMs, text, alert, url);
    queries.put(id, answered);
    return answered;
  }

  public synchronized void clear() {
    queries.clear();
  }
}
