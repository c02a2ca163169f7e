package io.herald.worker.admission;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Notes what became of calls. No note ever fails: without Redis the process's own memory holds. */
public interface SendLedger {

  /**
   * It went out; completes when that is remembered as well as it can be.
   *
   * @param messageId Telegram's id, which the replace key stands for from now on; null: unknown
   */
  Mono<Void> sent(
      String bot, String chat, String id, @Nullable String replaceKey, @Nullable Long messageId);

  /** The call is known not to have had an effect: the next one starts afresh. */
  Mono<Void> released(String bot, String id);

  /** The message that the key stood for is gone: the next one is sent anew. */
  Mono<Void> forgotten(String bot, String chat, String replaceKey);

  /** The contact can't be written to until they come back. */
  Mono<Void> suspended(String bot, String chat, String reason);
}
