package io.herald.gateway.account;

import io.herald.model.account.TelegramLink;
import java.time.Instant;

/** What a person gets who wants to link. */
public sealed interface LinkOffer {

  /**
   * An address that opens the bot's chat and links it.
   *
   * @param url good once; whoever has it can link their chat, so it is a secret
   * @param expiresAt when it is good no more
   */
  record DeepLink(String url, Instant expiresAt) implements LinkOffer {

    @Override
    public String toString() {
      return "DeepLink[url=***, expiresAt=" + expiresAt + "]";
    }
  }

  /** They have linked a chat already. */
  record AlreadyLinked(TelegramLink link) implements LinkOffer {}

  /** Telegram does not say at the moment what the bot is called; a code works nevertheless. */
  record BotUnknown() implements LinkOffer {}
}
