package io.herald.gateway.miniapp;

import io.herald.runtime.access.MintToken.Minted;

/** What a Mini App gets that asks for a session. */
sealed interface AppSession {

  /** A token for the person who has opened it. */
  record Opened(Minted token) implements AppSession {}

  /** Telegram did not write the data. */
  record Forged() implements AppSession {}

  /** The data is too old; the app has to be opened again. */
  record Stale() implements AppSession {}

  /** The data names nobody. */
  record NoUser() implements AppSession {}

  /** Telegram says who it is, but they are nobody's chat here. */
  record NotLinked() implements AppSession {}
}
