package io.herald.bot.schedule;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.model.account.Account;
import io.herald.model.schedule.Owner;
import io.herald.runtime.account.Accounts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Somebody who asks for schedules.
 *
 * @param owner who theirs belong to, and where they ask
 * @param mark what buttons call them: see {@link Pick}
 * @param zone the clock that they live by
 */
record Asker(Owner owner, String mark, ZoneId zone) {

  /** Fails with {@code AccountsUnknown} while it can't be told who has linked. */
  static Mono<Asker> find(Accounts accounts, String bot, Chat chat, Person person) {
    return accounts
        .linkedTo(bot, String.valueOf(person.id()))
        .map(account -> of(bot, chat, person, account))
        .switchIfEmpty(Mono.fromSupplier(() -> of(bot, chat, person, null)));
  }

  private static Asker of(String bot, Chat chat, Person person, @Nullable Account account) {
    String user = account == null ? null : account.user();
    var owner = new Owner(user, bot, String.valueOf(chat.id()), chat.thread(), person.id());
    return new Asker(
        owner,
        Pick.mark(person.id()),
        account == null ? ZoneOffset.UTC : account.preferences().zone());
  }

  /** Which clock is meant, and how to have another. */
  String clock() {
    if (!zone.equals(ZoneOffset.UTC)) {
      return zone.getId();
    }
    return owner.user() == null
        ? "UTC; /start links this chat and /settings sets your time zone"
        : "UTC; /settings sets your time zone";
  }
}
