package io.herald.scheduler.summary;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened on somebody's day.
 *
 * @param kinds how many notifications they were sent of each kind, but for summaries
 * @param jobs how many of their jobs came to each end
 */
record Figures(SortedMap<String, Integer> kinds, Map<JobState, Integer> jobs) {

  /** What summaries themselves are. */
  static final String SUMMARY = "daily.summary";

  private static final String PUBLISHED = "post.succeeded";
  private static final String FAILED = "post.failed";
  private static final String AUTOMATION = "automation.executed";
  private static final Set<String> WITH_OWN_LINE = Set.of(PUBLISHED, FAILED, AUTOMATION);

  static Figures of(List<String> kinds, List<JobEvent> ended) {
    SortedMap<String, Integer> byKind = new TreeMap<>();
    kinds.stream()
        .filter(kind -> !kind.equals(SUMMARY))
        .forEach(kind -> byKind.merge(kind, 1, Integer::sum));
    Map<JobState, Integer> byEnd = new LinkedHashMap<>();
    ended.forEach(job -> byEnd.merge(job.state(), 1, Integer::sum));
    return new Figures(byKind, byEnd);
  }

  /** Whether nothing happened. */
  boolean isQuiet() {
    return kinds.isEmpty() && jobs.isEmpty();
  }

  /** The lines of the summary, each with a label and a value; what is zero is left out. */
  List<Map<String, Object>> lines() {
    List<Map<String, Object>> lines = new ArrayList<>();
    line(lines, "Posts published", kinds.getOrDefault(PUBLISHED, 0));
    line(lines, "Posts failed", kinds.getOrDefault(FAILED, 0));
    line(lines, "Automations", kinds.getOrDefault(AUTOMATION, 0));
    line(lines, "Jobs completed", jobs.getOrDefault(JobState.COMPLETED, 0));
    line(lines, "Jobs failed", jobs.getOrDefault(JobState.FAILED, 0));
    line(lines, "Jobs cancelled", jobs.getOrDefault(JobState.CANCELLED, 0));
    kinds.forEach((kind, count) -> {
      if (!WITH_OWN_LINE.contains(kind)) {
        line(lines, "Notifications, " + kind, count);
      }
    });
    return lines;
  }

  private static void line(List<Map<String, Object>> lines, String label, int value) {
    if (value > 0) {
      lines.add(Map.of("label", label, "value", value));
    }
  }
}
