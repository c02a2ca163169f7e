package io.herald.worker.recipient;

import io.herald.model.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who has linked their Telegram. Not to be told at the moment: it fails, and the notification
 * waits; nobody counts as not linked for that reason.
 */
public interface People {

  /** The account; empty when that person has none. */
  Mono<Account> find(String user);

  /**
   * A page of the accounts that are linked, in the order of their users.
   *
   * @param after the last user of the page before; null: from the first
   * @param limit most accounts in it
   */
  Mono<List<Account>> linkedAfter(@Nullable String after, int limit);
}
