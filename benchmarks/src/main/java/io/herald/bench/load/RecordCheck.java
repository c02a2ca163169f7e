package io.herald.bench.load;

/**
 * Whether a durable subject kept what it acknowledged.
 *
 * @param subject its name
 * @param topic where its records are
 * @param acknowledged requests that were answered with success, the warm-up included
 * @param unanswered the most that could be under way when a run of the load ended: one per
 *     connection
 * @param records that came into its topic meanwhile
 */
public record RecordCheck(
    String subject, String topic, long acknowledged, long unanswered, long records) {

  /** Nothing lost, and nothing there that was not sent. */
  public boolean holds() {
    return records >= acknowledged && records <= acknowledged + unanswered;
  }

  /** One line for people. */
  public String describe() {
    return String.format(
        "%s: %,d acknowledged, %,d records in %s (%s)",
        subject, acknowledged, records, topic, verdict());
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
