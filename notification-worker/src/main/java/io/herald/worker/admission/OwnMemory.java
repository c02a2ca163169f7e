package io.herald.worker.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this process itself knows: which messages it has begun and sent, which message a replace key
 * stands for, and who is suspended. The newest so many of each. Safe for concurrent use.
 */
final class OwnMemory {

  private static final int MESSAGES = 100_000;
  private static final int CONTACTS = 10_000;

  /** What became of a message. */
  sealed interface Fate {

    /**
     * A call began.
     *
     * @param since when, in microseconds
     * @param counted whether Telegram counts it
     * @param restores whether its arrival shows that a suspended contact is back
     */
    record Sending(long since, boolean counted, boolean restores) implements Fate {}

    /**
     * It went out.
     *
     * @param messageId Telegram's id, where it was told
     */
    record Sent(@Nullable Long messageId) implements Fate {}
  }

  private final Map<String, Fate> fates = new Newest<>(MESSAGES);
  private final Map<String, Long> replaced = new Newest<>(CONTACTS);
  private final Map<String, String> suspended = new Newest<>(CONTACTS);

  synchronized @Nullable Fate fate(String id) {
    return fates.get(id);
  }

  synchronized void begins(String id, Fate.Sending sending) {
    fates.put(id, sending);
  }

  /** What was known before. */
  synchronized @Nullable Fate sent(String id, @Nullable Long messageId) {
    return fates.put(id, new Fate.Sent(messageId));
  }

  synchronized void released(String id) {
    if (fates.get(id) instanceof Fate.Sending) {
      fates.remove(id);
    }
  }

  synchronized @Nullable Long replaced(String bot, String chat, @Nullable String replaceKey) {
    return replaceKey == null ? null : replaced.get(bot + ':' + chat + ':' + replaceKey);
  }

  synchronized void replaces(String bot, String chat, String replaceKey, @Nullable Long messageId) {
    String key = bot + ':' + chat + ':' + replaceKey;
    if (messageId == null) {
      replaced.remove(key);
    } else {
      replaced.put(key, messageId);
    }
  }

  synchronized @Nullable String suspension(String bot, String chat) {
    return suspended.get(bot + ':' + chat);
  }

  synchronized void suspends(String bot, String chat, String reason) {
    suspended.put(bot + ':' + chat, reason);
  }

  synchronized void restores(String bot, String chat) {
    suspended.remove(bot + ':' + chat);
  }

  private static final class Newest<V> extends LinkedHashMap<String, V> {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    Newest(int capacity) {
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > capacity;
    }
  }
}
