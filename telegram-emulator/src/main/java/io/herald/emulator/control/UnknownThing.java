package io.herald.emulator.control;

/** Something named in a control request does not exist. */
final class UnknownThing extends RuntimeException {
  UnknownThing(String what) {
    super(what, null, false, false);
  }
}
