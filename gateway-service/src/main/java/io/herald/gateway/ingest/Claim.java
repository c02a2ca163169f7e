package io.herald.gateway.ingest;

/** What Redis says of an update. */
enum Claim {
  /** Nobody had it: it is now ours to publish. */
  OURS,
  /** Somebody is publishing it. */
  PENDING,
  /** It is in Kafka. */
  DONE,
  /** Redis could not be asked. Fail open: Kafka is the record, a duplicate is no loss. */
  UNKNOWN
}
