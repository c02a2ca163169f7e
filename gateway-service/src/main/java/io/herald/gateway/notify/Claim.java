package io.herald.gateway.notify;

/** What Redis says about an id. */
enum Claim {
  /** Nobody had it. */
  OURS,
  /** The same notification has it. */
  SAME,
  /** Another notification has it. */
  OTHER,
  /** Redis can't tell. */
  UNKNOWN
}
