package io.herald.bot.access;

import io.herald.runtime.kafka.TryAgainLater;

/** This replica has just begun: whom the admins let in is still being read. */
public final class AccessUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  AccessUnknown() {
    super("whom the admins let in is still being read");
  }
}
