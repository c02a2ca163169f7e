package io.herald.gateway.live;

import io.herald.runtime.history.Change;

/** What a stream tells. */
sealed interface Sign {

  /** Nothing but that it is alive. */
  Sign HEARTBEAT = new Heartbeat();

  /** Something changed. */
  record Changed(Change change) implements Sign {}

  /** It is alive. */
  record Heartbeat() implements Sign {}
}
