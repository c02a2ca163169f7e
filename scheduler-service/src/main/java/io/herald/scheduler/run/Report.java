package io.herald.scheduler.run;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a program tells by one line on its stdout. */
sealed interface Report {

  /** Most characters of a text that is handed on. */
  int MOST_TEXT = 300;

  /**
   * How far it is.
   *
   * @param percent 0 to 100; null: not told
   * @param item what it is working on; null: not told
   */
  record Progress(@Nullable Integer percent, @Nullable String item) implements Report {

    /** Both, where the later one tells. */
    static Progress merged(@Nullable Progress before, Progress later) {
      return before == null
          ? later
          : new Progress(
              later.percent == null ? before.percent : later.percent,
              later.item == null ? before.item : later.item);
    }
  }

  /**
   * What came of it.
   *
   * @param title what it is called; null: not told
   * @param seconds how long it plays; null: not told
   * @param files names of its files; null: whatever lies in its folder. Where something else than a
   *     list was told it is one empty name, which no file has
   */
  record Result(@Nullable String title, @Nullable Long seconds, @Nullable List<String> files)
      implements Report {}

  /**
   * Why it can't be done.
   *
   * @param error for the person who wanted it
   */
  record Complaint(String error) implements Report {}

  /** What a line tells; empty: it is for the log. */
  static Optional<Report> of(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return of(Json.tree(line.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedRecord e) {
      return Optional.empty();
    }
  }

  private static Optional<Report> of(JsonNode line) {
    if (line.path("result").isObject()) {
      return Optional.of(result(line.path("result")));
    }
    String error = text(line.path("error"));
    if (error != null) {
      return Optional.of(new Complaint(error));
    }
    Integer percent = percent(line.path("progress"));
    String item = text(line.path("item"));
    return percent == null && item == null
        ? Optional.empty()
        : Optional.of(new Progress(percent, item));
  }

  private static Result result(JsonNode result) {
    JsonNode duration = result.path("duration");
    boolean isTold = duration.isNumber() && duration.doubleValue() >= 0;
    return new Result(
        text(result.path("title")),
        isTold ? Math.round(duration.doubleValue()) : null,
        result.has("files") ? names(result.path("files")) : null);
  }

  /** What is no name becomes an empty one, which no file has. */
  private static List<String> names(JsonNode files) {
    List<String> names = new ArrayList<>();
    if (!files.isArray()) {
      return List.of("");
    }
    files.forEach(file -> names.add(file.isString() ? file.stringValue() : ""));
    return names;
  }

  private static @Nullable Integer percent(JsonNode number) {
    return number.isNumber() ? (int) Math.clamp(number.doubleValue(), 0, 100) : null;
  }

  private static @Nullable String text(JsonNode text) {
    if (!text.isString() || text.stringValue().isBlank()) {
      return null;
    }
    String clean = text.stringValue().replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.isEmpty() ? null : cut(clean);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_TEXT - 1)) + '…';
  }
}
