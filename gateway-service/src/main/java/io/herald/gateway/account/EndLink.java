package io.herald.gateway.account;

import io.herald.model.account.TelegramLink;
import io.herald.runtime.account.LinkChat;
import reactor.core.publisher.Mono;

/** Takes a person's link away, and tells the chat so that it does not go unnoticed. */
final class EndLink {

  private final LinkChat links;
  private final TellChat tell;

  EndLink(LinkChat links, TellChat tell) {
    this.links = links;
    this.tell = tell;
  }

  /** The link that is no more; empty when there was none. */
  Mono<TelegramLink> unlink(String user) {
    return links.unlink(user).flatMap(link -> tell.unlinked(link).thenReturn(link));
  }
}
