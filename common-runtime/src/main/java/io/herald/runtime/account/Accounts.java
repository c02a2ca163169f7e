package io.herald.runtime.account;

import io.herald.model.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The accounts: {@code herald.accounts} is the record, Redis the index that is asked.
 *
 * <p>Redis is gone or incomplete: every question fails with {@link AccountsUnknown}; nobody counts
 * as not linked for that reason.
 */
public final class Accounts {

  /** The account; empty when that person has none. */
  public Mono<Account> find(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /** The account that has linked that chat; empty when none has. */
  public Mono<Account> linkedTo(String bot, String chat) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * A page of the accounts that are linked, in the order of their users.
   *
   * @param after the last user of the page before; null: from the first
   * @param limit most accounts in it
   */
  public Mono<List<Account>> linkedAfter(@Nullable String after, int limit) {
    throw new UnsupportedOperationException("being written");
  }

  /** Completes when the account is durable on Kafka and can be found. */
  public Mono<Void> save(Account account) {
    throw new UnsupportedOperationException("being written");
  }
}
