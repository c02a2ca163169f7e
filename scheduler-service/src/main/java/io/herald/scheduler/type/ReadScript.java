package io.herald.scheduler.type;

import static io.herald.scheduler.type.Fields.check;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.notification.TextMarkup;
import io.herald.runtime.job.JobKind;
import io.herald.runtime.job.JobType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one notification script: an executable, and what a YAML file beside it may say of it. What
 * is wrong is an {@link IllegalArgumentException} that names it.
 */
final class ReadScript {

  /** The longest that all processes of a script may run. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Set<String> FIELDS =
      Set.of(
          "description",
          "accepts",
          "admins-only",
          "environment",
          "timeout",
          "concurrency",
          "on-crash",
          "requires",
          "cooldown",
          "template",
          "format");
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?m)^[#/;%*\" -]{1,6}herald:[ \\t]*(\\S.*)$");
  private static final int BEGINNING = 4096;

  private ReadScript() {}

  /**
   * Reads that.
   *
   * @param said what the YAML file says; empty: there is none
   */
  static Program from(String name, Path file, Map<?, ?> said) throws IOException {
    check(
        ReadProgram.NAME.matcher(name).matches(), "its name must be 1 to 32 of a-z, 0-9, _ and -");
    Fields fields = new Fields(said, String.valueOf(file.getParent()));
    fields.allow(FIELDS);
    String description = fields.text("description", comment(file));
    check(description.length() <= 200, "description must be at most 200 characters");
    String accepts = fields.accepts();
    return new Program(
        new JobType(name, description, accepts, fields.isTrue("admins-only"), JobKind.NOTIFY),
        Fields.pattern(accepts),
        accepts == null ? List.of(file.toString()) : List.of(file.toString(), "{argument}"),
        fields.environment(),
        fields.timeout(LONGEST, LONGEST),
        fields.concurrency(),
        fields.onCrash(OnCrash.RESTART),
        fields.texts("requires"),
        notifying(fields));
  }

  private static Notifying notifying(Fields fields) {
    Duration cooldown = fields.duration("cooldown", Duration.ZERO);
    check(!cooldown.isNegative() && cooldown.toDays() < 100, "cooldown must be at most 99d");
    String template = fields.text("template", "");
    return new Notifying(cooldown, template.isEmpty() ? null : template, markup(fields));
  }

  private static TextMarkup markup(Fields fields) {
    return switch (fields.text("format", "plain").toLowerCase(Locale.ROOT)) {
      case "plain" -> TextMarkup.PLAIN;
      case "markdown" -> TextMarkup.MARKDOWN;
      case "html" -> TextMarkup.HTML;
      case "markdownv2" -> TextMarkup.MARKDOWN_V2;
      default ->
          throw new IllegalArgumentException("format must be plain, markdown, html or markdownv2");
    };
  }

  /** What its first lines say of it in a comment, {@code # herald: …}. */
  private static String comment(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Matcher found = DESCRIPTION.matcher(new String(in.readNBytes(BEGINNING), UTF_8));
      String comment = found.find() ? found.group(1).strip() : "";
      return comment.length() <= 200 ? comment : comment.substring(0, 199) + '…';
    }
  }
}
