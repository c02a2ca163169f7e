package io.herald.worker.deadletter;

/** A request that can't be followed; the message says why, for a person. */
final class UnusableRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableRequest(String message) {
    super(message, null, false, false);
  }
}
