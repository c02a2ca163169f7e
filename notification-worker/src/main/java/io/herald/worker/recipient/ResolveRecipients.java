package io.herald.worker.recipient;

import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.model.notification.Recipient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks recipients up. Whoever is named stands in the first slice; an audience follows in slices of
 * its own size, in the order of its users, without those who were named.
 */
public final class ResolveRecipients {

  private static final int LOOKED_UP_AT_ONCE = 32;

  private final People people;
  private final Routes routes;
  private final String bot;
  private final int sliceSize;

  /**
   * Wires it.
   *
   * @param bot who writes to chats that are named
   * @param sliceSize most people of an audience in one slice
   */
  public ResolveRecipients(People people, Routes routes, String bot, int sliceSize) {
    this.people = people;
    this.routes = routes;
    this.bot = bot;
    this.sliceSize = sliceSize;
  }

  /**
   * The next slice.
   *
   * @param after the user whom the slice before ended with; null: the first slice
   * @return fails when it can't be told at the moment who has linked
   */
  public Mono<Slice> resolve(List<Recipient> to, @Nullable String after) {
    Set<Recipient> named = named(to);
    boolean audience = to.stream().anyMatch(ResolveRecipients::isEverybody);
    Mono<List<Addressee>> first =
        after == null
            ? Flux.fromIterable(named)
                .flatMapSequential(this::lookUp, LOOKED_UP_AT_ONCE)
                .collectList()
            : Mono.just(List.of());
    return first
        .map(ResolveRecipients::eachChatOnce)
        .flatMap(found -> audience ? withAudience(found, named, after) : Mono.just(last(found)));
  }

  /** Everyone who is named, by routes too, each once; what can't be looked up as it is. */
  private Set<Recipient> named(List<Recipient> to) {
    Set<Recipient> named = new LinkedHashSet<>();
    to.stream()
        .filter(it -> !isEverybody(it))
        .flatMap(it -> it.route() == null ? Stream.of(it) : ofRoute(it))
        .forEach(named::add);
    return named;
  }

  private Stream<Recipient> ofRoute(Recipient route) {
    return routes.find(route.route()).map(List::stream).orElseGet(() -> Stream.of(route));
  }

  private static boolean isEverybody(Recipient recipient) {
    return Recipient.LINKED.equals(recipient.audience());
  }

  private Mono<Addressee> lookUp(Recipient recipient) {
    String word = recipient.word();
    if (recipient.chat() != null) {
      return Mono.just(
          new Addressee.Reachable(word, null, bot, recipient.chat(), Preferences.DEFAULT));
    }
    if (recipient.user() != null) {
      return people
          .find(recipient.user())
          .filter(account -> account.link() != null)
          .map(ResolveRecipients::reachable)
          .switchIfEmpty(Mono.fromSupplier(() -> notLinked(recipient)));
    }
    return Mono.just(
        recipient.route() != null
            ? new Addressee.Unreachable(
                word, null, "unknown_route", "there is no route " + recipient.route())
            : new Addressee.Unreachable(
                word, null, "unknown_audience", "there is no audience " + recipient.audience()));
  }

  private static Addressee notLinked(Recipient recipient) {
    return new Addressee.Unreachable(
        recipient.word(), recipient.user(), "not_linked", "no Telegram is linked");
  }

  private static Addressee reachable(Account account) {
    TelegramLink link = account.link();
    String word = Recipient.user(account.user()).word();
    return new Addressee.Reachable(
        word, account.user(), link.bot(), link.chat(), account.preferences());
  }

  private static List<Addressee> eachChatOnce(List<Addressee> addressees) {
    Set<String> chats = new HashSet<>();
    return addressees.stream()
        .map(it ->
            it instanceof Addressee.Reachable(var word, var user, var bot, var chat, var _)
                    && !chats.add(bot + ':' + chat)
                ? new Addressee.Repeated(word, user, bot, chat)
                : it)
        .toList();
  }

  private static Slice last(List<Addressee> addressees) {
    return new Slice(addressees, null);
  }

  /** One more than a slice holds is asked for, so that the last one is known as that. */
  private Mono<Slice> withAudience(
      List<Addressee> first, Set<Recipient> named, @Nullable String after) {
    return people
        .linkedAfter(after, sliceSize + 1)
        .map(page -> {
          List<Account> members = page.subList(0, Math.min(page.size(), sliceSize));
          List<Addressee> addressees = new ArrayList<>(first);
          members.stream()
              .filter(member -> !named.contains(Recipient.user(member.user())))
              .map(member -> member(member, named))
              .forEach(addressees::add);
          return new Slice(addressees, page.size() > sliceSize ? members.getLast().user() : null);
        });
  }

  /** A person of the audience, unless their chat was named. */
  private Addressee member(Account member, Set<Recipient> named) {
    TelegramLink link = member.link();
    return link.bot().equals(bot) && named.contains(Recipient.chat(link.chat()))
        ? new Addressee.Repeated(
            Recipient.user(member.user()).word(), member.user(), link.bot(), link.chat())
        : reachable(member);
  }
}
