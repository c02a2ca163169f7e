package io.herald.runtime.account;

import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.runtime.redis.OneAtATime;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Links a chat to a person, and takes the link away. A chat belongs to one person at most, and a
 * person to one chat, however many try at once.
 *
 * <p>Redis is gone or incomplete: fails with {@link AccountsUnknown}; Kafka is gone: with its
 * error. Nothing is linked then.
 */
public final class LinkChat {

  /** What came of it. */
  public sealed interface Outcome {

    /** They belong together now; a replay of the same request, at the same time, says so again. */
    record Linked(Account account) implements Outcome {}

    /** The person has linked a chat already, perhaps this one. */
    record UserIsLinked(Account account) implements Outcome {}

    /** The chat belongs to somebody else. */
    record ChatIsLinked() implements Outcome {}
  }

  private final Accounts accounts;
  private final OneAtATime oneAtATime;

  LinkChat(Accounts accounts, OneAtATime oneAtATime) {
    this.accounts = accounts;
    this.oneAtATime = oneAtATime;
  }

  /**
   * Links them unless either is linked.
   *
   * @param at when it was asked for; to the millisecond
   */
  public Mono<Outcome> link(String user, TelegramIdentity who, Instant at) {
    // Always the person before the chat: two who wait for each other would wait for ever.
    return oneAtATime.run(
        "user:" + user,
        () ->
            oneAtATime.run("chat:" + who.bot() + ':' + who.chat(), () -> linkAlone(user, who, at)));
  }

  private Mono<Outcome> linkAlone(String user, TelegramIdentity who, Instant at) {
    var link = new TelegramLink(who.bot(), who.chat(), who.username(), who.firstName(), at);
    return accounts
        .find(user)
        .defaultIfEmpty(Account.of(user))
        .flatMap(
            account -> account.link() == null ? linkFree(account, link) : linkTaken(account, link));
  }

  private static Mono<Outcome> linkTaken(Account account, TelegramLink link) {
    return Mono.just(
        link.equals(account.link())
            ? new Outcome.Linked(account)
            : new Outcome.UserIsLinked(account));
  }

  private Mono<Outcome> linkFree(Account account, TelegramLink link) {
    Account linked = account.withLink(link);
    Mono<Outcome> save =
        Mono.defer(() -> accounts.save(linked)).thenReturn(new Outcome.Linked(linked));
    return accounts
        .linkedTo(link.bot(), link.chat())
        .<Outcome>map(_ -> new Outcome.ChatIsLinked())
        .switchIfEmpty(save);
  }

  /** Takes the link away and keeps the preferences; empty when there was none. */
  public Mono<TelegramLink> unlink(String user) {
    return oneAtATime.run("user:" + user, () -> unlinkAlone(user));
  }

  private Mono<TelegramLink> unlinkAlone(String user) {
    return accounts
        .find(user)
        .filter(account -> account.link() != null)
        .flatMap(account -> accounts.save(account.withLink(null)).thenReturn(account.link()));
  }
}
