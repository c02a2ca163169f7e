package io.herald.worker.template;

/** A template's file that can't be used; the message says why, for its author. */
final class BrokenTemplate extends Exception {

  private static final long serialVersionUID = 1L;

  BrokenTemplate(String message) {
    super(message, null, false, false);
  }
}
