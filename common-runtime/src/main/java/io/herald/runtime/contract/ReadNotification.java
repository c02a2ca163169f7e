package io.herald.runtime.contract;

import io.herald.model.notification.NotificationRequested;

/** Reads a notification and holds it to the contract. */
public final class ReadNotification {

  /**
   * Reads and checks.
   *
   * @param json a notification as UTF-8 JSON; without an id it is refused
   * @throws InvalidNotification naming all that is wrong
   */
  public NotificationRequested read(byte[] json) {
    throw new UnsupportedOperationException("being written");
  }
}
