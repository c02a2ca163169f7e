package io.herald.gateway.page;

import io.herald.runtime.history.MessageState;
import io.herald.runtime.history.NotificationState;

/**
 * A state in a person's words.
 *
 * @param label what it is called
 * @param tone {@code good}, {@code bad}, {@code warn}, {@code wait} or {@code quiet}; its colour
 */
record Words(String label, String tone) {

  static Words of(NotificationState state) {
    return switch (state) {
      case ACCEPTED -> new Words("Accepted", "wait");
      case PENDING -> new Words("On its way", "wait");
      case DEFERRED -> new Words("Waiting for its time", "wait");
      case RETRYING -> new Words("Trying again", "warn");
      case SENT -> new Words("Sent", "good");
      case PARTLY_SENT -> new Words("Partly sent", "warn");
      case FAILED -> new Words("Failed", "bad");
      case EXPIRED -> new Words("Expired", "bad");
      case SUPERSEDED -> new Words("Replaced", "quiet");
      case SUPPRESSED -> new Words("Not sent", "quiet");
    };
  }

  static Words of(MessageState state) {
    return switch (state) {
      case PENDING -> of(NotificationState.PENDING);
      case DEFERRED -> of(NotificationState.DEFERRED);
      case RETRYING -> of(NotificationState.RETRYING);
      case SENT -> of(NotificationState.SENT);
      case FAILED -> of(NotificationState.FAILED);
      case EXPIRED -> of(NotificationState.EXPIRED);
      case SUPERSEDED -> of(NotificationState.SUPERSEDED);
      case SUPPRESSED -> of(NotificationState.SUPPRESSED);
    };
  }

  /** Whether the state may still change. */
  static boolean isOpen(NotificationState state) {
    return switch (state) {
      case ACCEPTED, PENDING, DEFERRED, RETRYING -> true;
      case SENT, PARTLY_SENT, FAILED, EXPIRED, SUPERSEDED, SUPPRESSED -> false;
    };
  }
}
