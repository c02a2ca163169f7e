package io.herald.worker.expand;

import io.herald.model.account.Account;
import io.herald.runtime.account.Accounts;
import io.herald.worker.recipient.People;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The accounts. Redis is gone or incomplete: the question fails, and the notification is tried
 * again until it is answered.
 */
record LinkedPeople(Accounts accounts) implements People {

  @Override
  public Mono<Account> find(String user) {
    return accounts.find(user);
  }

  @Override
  public Mono<List<Account>> linkedAfter(@Nullable String after, int limit) {
    return accounts.linkedAfter(after, limit);
  }
}
