package io.herald.runtime.account;

import reactor.core.publisher.Mono;

/**
 * What proves that a chat and a person belong together: six digits that the chat is given, or a
 * token that the person is given. Either is good once and for ten minutes, and lies in Redis: a
 * flush makes it invalid, and another has to be asked for.
 */
public final class LinkCodes {

  /**
   * The code for that chat; an earlier one is good no more.
   *
   * @param cause id of what asked for it: the same cause is given the same code
   * @return six digits; fails when Redis is away
   */
  public Mono<String> codeFor(TelegramIdentity who, String cause) {
    throw new UnsupportedOperationException("being written");
  }

  /** Who was given that code; empty when it is none or no longer good. It is used up by this. */
  public Mono<TelegramIdentity> redeemCode(String code) {
    throw new UnsupportedOperationException("being written");
  }

  /** A token for that person's deep link, up to 64 of {@code A-Za-z0-9_-}. */
  public Mono<String> tokenFor(String user) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * The user who was given that token; empty when it is none or no longer good. It is used up by
   * this, but for the same cause.
   */
  public Mono<String> redeemToken(String token, String cause) {
    throw new UnsupportedOperationException("being written");
  }
}
