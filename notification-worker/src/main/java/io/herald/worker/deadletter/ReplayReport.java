package io.herald.worker.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was published again.
 *
 * @param replayed how many
 * @param letters these, in the order that they were published in
 * @param refused those that could not be; empty: none
 * @param next where there may be older ones that the filter means; absent: these are all
 */
record ReplayReport(
    int replayed,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Replayed> letters,
    List<Refused> refused,
    @Nullable Instant next) {

  /** A letter that is on its topic again. */
  record Replayed(String id, String topic) {}

  /** A letter that was left alone, and why. */
  record Refused(String id, String problem) {}

  ReplayReport withNext(@Nullable Instant other) {
    return new ReplayReport(replayed, letters, refused, other);
  }
}
