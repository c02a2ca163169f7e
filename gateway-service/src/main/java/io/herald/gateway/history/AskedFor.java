package io.herald.gateway.history;

import io.herald.runtime.contract.Violation;
import io.herald.runtime.history.Cursor;
import io.herald.runtime.history.Filter;
import io.herald.runtime.history.History;
import io.herald.runtime.history.NotificationState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications a request asks for. An unknown word is refused: a filter that was mistyped
 * would mean more than wanted.
 */
final class AskedFor {

  private static final Set<String> WORDS =
      Set.of("state", "kind", "source", "user", "since", "until", "cursor", "limit");
  private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhd])");
  private static final int DEFAULT_LIMIT = 50;

  private final List<Violation> errors = new ArrayList<>();
  private final Map<String, String> parameters;
  private final Instant now;
  private final Filter filter;
  private final @Nullable Cursor after;
  private final int limit;

  /**
   * Reads the parameters of a list.
   *
   * @param clock what "ago" refers to
   * @throws UnusableRequest naming every parameter that can't be followed
   */
  AskedFor(Map<String, String> parameters, Clock clock) {
    this.parameters = parameters;
    this.now = clock.instant();
    parameters.keySet().stream().filter(name -> !WORDS.contains(name)).forEach(this::unknown);
    filter =
        new Filter(
            parameters.get("user"),
            state(),
            parameters.get("kind"),
            parameters.get("source"),
            time("since"),
            time("until"));
    after = cursor();
    limit = readLimit();
    if (!errors.isEmpty()) {
      throw new UnusableRequest(errors);
    }
  }

  Filter filter() {
    return filter;
  }

  @Nullable Cursor after() {
    return after;
  }

  int limit() {
    return limit;
  }

  private int readLimit() {
    String text = parameters.get("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > History.PAGE) {
      refuse("limit", "must be 1 to " + History.PAGE);
    }
    return number;
  }

  private void unknown(String name) {
    refuse(name, "is unknown: known are " + WORDS.stream().sorted().toList());
  }

  private @Nullable NotificationState state() {
    String text = parameters.get("state");
    if (text == null) {
      return null;
    }
    try {
      return NotificationState.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      refuse("state", "must be one of " + Arrays.toString(NotificationState.values()));
      return null;
    }
  }

  private @Nullable Instant time(String name) {
    String text = parameters.get(name);
    if (text == null) {
      return null;
    }
    Matcher ago = AGO.matcher(text);
    try {
      return ago.matches()
          ? now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)))
          : Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
    } catch (DateTimeParseException | ArithmeticException e) {
      refuse(
          name,
          "must be a time such as 2026-01-05T12:00:00Z, or how long ago, such as 30m, 2h or 7d");
      return null;
    }
  }

  private static Duration duration(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private @Nullable Cursor cursor() {
    String word = parameters.get("cursor");
    if (word == null) {
      return null;
    }
    Cursor found = Cursor.parse(word).orElse(null);
    if (found == null) {
      refuse("cursor", "must be next of the page before");
    }
    return found;
  }

  private void refuse(String name, String problem) {
    errors.add(new Violation(name, problem));
  }
}
