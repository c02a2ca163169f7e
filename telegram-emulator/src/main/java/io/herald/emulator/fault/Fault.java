package io.herald.emulator.fault;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure that waits for calls.
 *
 * @param bot null: any
 * @param method null: any; compared without case
 * @param chat null: any
 * @param times how often it strikes; 0: until removed
 * @param delayMs wait before it strikes
 * @param status only for {@link FaultKind#STATUS}
 * @param description words of the answer; null: those of the kind
 * @param retryAfter seconds, for {@link FaultKind#RETRY_AFTER}, and for a status that carries it
 * @param migrateTo only for {@link FaultKind#MIGRATED}
 */
public record Fault(
    FaultKind kind,
    @Nullable Long bot,
    @Nullable String method,
    @Nullable Long chat,
    int times,
    long delayMs,
    int status,
    @Nullable String description,
    int retryAfter,
    long migrateTo) {

  public Fault {
    if (times < 0 || delayMs < 0 || delayMs > 600_000) {
      throw new IllegalArgumentException("times must not be negative, delay_ms at most 600000");
    }
    if (kind == FaultKind.STATUS && (status < 300 || status > 599)) {
      throw new IllegalArgumentException("status must be between 300 and 599");
    }
    if (kind == FaultKind.RETRY_AFTER && retryAfter < 1) {
      throw new IllegalArgumentException("retry_after must be at least 1");
    }
    if (kind == FaultKind.MIGRATED && migrateTo >= 0) {
      throw new IllegalArgumentException("migrate_to_chat_id must be the negative id of a group");
    }
    if (kind == FaultKind.LATENCY && delayMs == 0) {
      throw new IllegalArgumentException("a latency fault needs delay_ms");
    }
    method = method == null ? null : method.toLowerCase(Locale.ROOT);
  }

  boolean matches(long callBot, String callMethod, @Nullable Long callChat) {
    return (bot == null || bot == callBot)
        && (method == null || method.equals(callMethod))
        && (chat == null || chat.equals(callChat));
  }
}
