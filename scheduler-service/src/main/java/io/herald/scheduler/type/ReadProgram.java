package io.herald.scheduler.type;

import static io.herald.scheduler.type.Fields.check;

import io.herald.runtime.job.JobType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one kind of job; what is wrong is an {@link IllegalArgumentException} that names it. */
final class ReadProgram {

  /** What kinds of jobs may be called. */
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "description",
          "accepts",
          "admins-only",
          "command",
          "environment",
          "timeout",
          "concurrency",
          "on-crash",
          "requires");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private ReadProgram() {}

  /**
   * Reads that.
   *
   * @param here folder of the file, which {@code {here}} stands for
   */
  static Program from(Map<?, ?> entry, String here) {
    Fields fields = new Fields(entry, here);
    fields.allow(FIELDS);
    String name = fields.text("name", "");
    check(NAME.matcher(name).matches(), "name must be 1 to 32 of a-z, 0-9, _ and -");
    String description = fields.text("description", "");
    check(!description.isBlank() && description.length() <= 200, "description must be told");
    String accepts = fields.accepts();
    List<String> command = fields.texts("command");
    check(!command.isEmpty() && !command.getFirst().isBlank(), "command must be a list of texts");
    return new Program(
        JobType.job(name, description, accepts, fields.isTrue("admins-only")),
        Fields.pattern(accepts),
        command.stream().map(fields::placed).toList(),
        fields.environment(),
        fields.timeout(HOUR, LONGEST),
        fields.concurrency(),
        fields.onCrash(OnCrash.FAIL),
        fields.texts("requires"),
        null);
  }
}
