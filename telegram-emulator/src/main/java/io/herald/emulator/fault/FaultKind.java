package io.herald.emulator.fault;

/** What can be made to go wrong with a call. */
public enum FaultKind {
  STATUS,
  HTML_502,
  HANG,
  CUT_BEFORE,
  CUT_AFTER,
  RETRY_AFTER,
  BLOCKED,
  DEACTIVATED,
  KICKED,
  MIGRATED,
  CHAT_NOT_FOUND,
  LATENCY
}
