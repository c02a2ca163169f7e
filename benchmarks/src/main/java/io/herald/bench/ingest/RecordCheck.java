package io.herald.bench.ingest;

/**
 * Whether a durable subject kept what it acknowledged.
 *
 * @param acknowledged updates that were answered with success, the warm-up included
 * @param unanswered the most that could be under way when a run of the load ended: one per
 *     connection
 * @param records that came into its topic meanwhile
 */
record RecordCheck(Subject subject, long acknowledged, long unanswered, long records) {

  /** Nothing lost, and nothing there that was not sent. */
  boolean holds() {
    return records >= acknowledged && records <= acknowledged + unanswered;
  }

  String describe() {
    return String.format(
        "%s: %,d acknowledged, %,d records in %s (%s)",
        subject.key, acknowledged, records, subject.topic(), verdict());
  }

  private String verdict() {
    if (records < acknowledged) {
      return String.format("LOST %,d", acknowledged - records);
    }
    if (!holds()) {
      return String.format("%,d TOO MANY", records - acknowledged);
    }
    return String.format(
        "none lost; %,d more were under way when the load ended", records - acknowledged);
  }
}
