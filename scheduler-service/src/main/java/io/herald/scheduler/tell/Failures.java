package io.herald.scheduler.tell;

import io.herald.model.job.JobFailure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why jobs could not be done, in words for the people who wanted them. */
public final class Failures {

  private Failures() {}

  /** There is no such kind. */
  public static JobFailure unknownType() {
    return told("unknown-type", "There is no such kind of job here.");
  }

  /** It can't be about that. */
  public static JobFailure badArgument() {
    return told("bad-argument", "It can't be done with that; see what it accepts.");
  }

  /** Too many wait. */
  public static JobFailure queueFull(int limit) {
    return told(
        "queue-full", "Too many jobs wait already (" + limit + "). Please try again later.");
  }

  /** What it needs is not on the machine. */
  public static JobFailure notInstalled(List<String> programs) {
    return told(
        "not-installed",
        "It can't be done here: %s %s not installed."
            .formatted(String.join(", ", programs), programs.size() == 1 ? "is" : "are"));
  }

  /** Its program ended with an error. */
  public static JobFailure exit(int status, @Nullable String complaint, @Nullable String output) {
    String error = complaint == null ? "Its program ended with status " + status + "." : complaint;
    return new JobFailure("exit", error, output);
  }

  /** It took too long. */
  public static JobFailure timeout(Duration timeout, @Nullable String output) {
    return new JobFailure(
        "timeout", "It took longer than " + words(timeout) + " and was ended.", output);
  }

  /** What it told as its result can't be used. */
  public static JobFailure badResult(String problem) {
    return told("bad-result", "Its result can't be used: " + problem + ".");
  }

  /** It printed too much. */
  public static JobFailure flood(@Nullable String output) {
    return new JobFailure("bad-result", "It printed more than 1 MiB and was ended.", output);
  }

  /** It was interrupted, and is not begun again. */
  public static JobFailure crashed() {
    return told("crashed", "It was interrupted, and is not begun again by itself.");
  }

  /** It was interrupted too often. */
  public static JobFailure crashedOften(int attempts) {
    return told("crashed", "It was interrupted " + attempts + " times, and is given up.");
  }

  /** Somebody wanted it to end. */
  public static JobFailure cancelled() {
    return told("cancelled", "It was cancelled.");
  }

  private static JobFailure told(String reason, String error) {
    return new JobFailure(reason, error, null);
  }

  private static String words(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }
}
