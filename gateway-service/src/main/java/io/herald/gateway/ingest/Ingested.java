package io.herald.gateway.ingest;

/** What became of an update at the door. */
public enum Ingested {
  /** It is in Kafka, on all in-sync replicas. */
  ACCEPTED,
  /** It was accepted before. */
  DUPLICATE,
  /** Somebody is accepting it just now, or died while doing so: Telegram shall ask again. */
  IN_PROGRESS,
  /** Kafka did not take it: Telegram shall ask again. */
  UNAVAILABLE
}
