package io.herald.worker.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which dead letters a request asks for, as it is written. An unknown word is refused: a filter
 * that was mistyped would mean more letters than wanted.
 *
 * @param ids these letters; then nothing else may be said
 * @param reason see {@link LetterFilter}
 * @param topic see {@link LetterFilter}
 * @param key see {@link LetterFilter}
 * @param since a time such as {@code 2026-01-05T12:00:00Z}, or how long ago, such as {@code 2h}
 * @param before written like {@code since}
 * @param limit 1 to 1000, by default 50
 */
record AskedFor(
    @Nullable List<String> ids,
    @Nullable String reason,
    @Nullable String topic,
    @Nullable String key,
    @Nullable String since,
    @Nullable String before,
    @Nullable Integer limit) {

  /** The most letters that one request can ask for. */
  static final int MOST = 1_000;

  private static final int DEFAULT_LIMIT = 50;
  private static final Set<String> WORDS =
      Set.of("reason", "topic", "key", "since", "before", "limit");
  private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhd])");
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** From the parameters of a list. */
  static AskedFor parameters(Map<String, String> parameters) {
    parameters.keySet().stream()
        .filter(name -> !WORDS.contains(name))
        .findFirst()
        .ifPresent(AskedFor::unknown);
    return new AskedFor(
        null,
        parameters.get("reason"),
        parameters.get("topic"),
        parameters.get("key"),
        parameters.get("since"),
        parameters.get("before"),
        parameters.containsKey("limit") ? number(parameters.get("limit")) : null);
  }

  /** From the body of a replay. */
  static AskedFor body(byte[] json) {
    try {
      AskedFor read = STRICT.readValue(json, AskedFor.class);
      if (read != null) {
        return read;
      }
    } catch (UnrecognizedPropertyException e) {
      unknown(e.getPropertyName());
    } catch (JacksonException e) {
      // Told below.
    }
    throw new UnusableRequest(
        "the body is not JSON such as {\"ids\":[\"0-1\"]} or {\"reason\":\"expired\"}");
  }

  private static void unknown(String name) {
    throw new UnusableRequest(
        "there is no "
            + name
            + ": known are ids (to replay), reason, topic, key, since, before,"
            + " limit");
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new UnusableRequest("limit must be 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  /** Whether letters are named one by one. */
  boolean isByIds() {
    return ids != null;
  }

  /** The letters that are named. */
  List<LetterId> positions() {
    if (ids == null || ids.isEmpty() || ids.size() > MOST) {
      throw new UnusableRequest("ids must be 1 to " + MOST);
    }
    if (Stream.of(reason, topic, key, since, before, limit).anyMatch(Objects::nonNull)) {
      throw new UnusableRequest("say either ids or a filter");
    }
    return ids.stream().map(AskedFor::position).distinct().toList();
  }

  private static LetterId position(@Nullable String id) {
    return LetterId.parse(String.valueOf(id))
        .orElseThrow(() -> new UnusableRequest("an id looks like 3-42, the one given does not"));
  }

  /**
   * The filter.
   *
   * @param clock what "ago" refers to
   */
  LetterFilter filter(Clock clock) {
    int most = limit == null ? DEFAULT_LIMIT : limit;
    if (most < 1 || most > MOST) {
      throw new UnusableRequest("limit must be 1 to " + MOST);
    }
    return new LetterFilter(
        reason, topic, key, time("since", since, clock), time("before", before, clock), most);
  }

  private static @Nullable Instant time(String name, @Nullable String text, Clock clock) {
    if (text == null) {
      return null;
    }
    Matcher ago = AGO.matcher(text);
    try {
      return ago.matches()
          ? clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2)))
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UnusableRequest(
          name
              + " must be a time such as 2026-01-05T12:00:00Z, or how long ago, such as 30m, 2h"
              + " or 7d");
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
}
