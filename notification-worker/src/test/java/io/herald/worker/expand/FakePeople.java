package io.herald.worker.expand;

import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.worker.recipient.People;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Accounts in memory. */
final class FakePeople implements People {

  private final TreeMap<String, Account> accounts = new TreeMap<>();

  void link(String user, String chat, Preferences preferences) {
    var link = new TelegramLink("main", chat, null, user, Instant.EPOCH);
    accounts.put(user, Account.of(user).withLink(link).withPreferences(preferences));
  }

  void unlink(String user) {
    accounts.computeIfPresent(user, (_, account) -> account.withLink(null));
  }

  @Override
  public Mono<Account> find(String user) {
    return Mono.justOrEmpty(accounts.get(user));
  }

  @Override
  public Mono<List<Account>> linkedAfter(@Nullable String after, int limit) {
    return Mono.fromSupplier(() ->
        (after == null ? accounts : accounts.tailMap(after, false))
            .values().stream().filter(it -> it.link() != null).limit(limit).toList());
  }
}
