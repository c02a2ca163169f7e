package io.herald.gateway.account;

import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.runtime.account.AccountsUnknown;
import reactor.core.publisher.Mono;

/**
 * What people can do about their Telegram, whichever way they ask. Expected refusals are values.
 *
 * <p>Redis is gone or its index not complete: everything fails with {@link AccountsUnknown}, and
 * nobody is told that they are not linked. Kafka is gone: what would change an account fails with
 * Kafka's error and changes nothing.
 */
public final class AccountDesk {

  /** Whether there is a bot to link with; nothing else may be asked without one. */
  public boolean isOpen() {
    throw new UnsupportedOperationException("being written");
  }

  /** An address by which that person can link. */
  public Mono<LinkOffer> link(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /** Links the chat that was given that code to that person. */
  public Mono<CodeVerdict> verify(String user, String code) {
    throw new UnsupportedOperationException("being written");
  }

  /** How that person stands with Telegram. */
  public Mono<Standing> status(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /** Sends that person a message, so that they see that it works. */
  public Mono<TestMessage> sendTest(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /** Takes the link away; empty when there was none. */
  public Mono<TelegramLink> unlink(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /** What that person wants to get. */
  public Mono<Preferences> preferences(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /** From now on that person wants to get that. */
  public Mono<Preferences> savePreferences(String user, Preferences preferences) {
    throw new UnsupportedOperationException("being written");
  }
}
