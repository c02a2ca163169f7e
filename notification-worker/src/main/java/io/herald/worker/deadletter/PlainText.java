package io.herald.worker.deadletter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a person at a terminal. Control characters are struck out: what lies in a record must
 * not steer the terminal.
 */
final class PlainText {

  private static final List<String> HEAD =
      List.of("ID", "PUT ASIDE", "REASON", "TRIES", "FROM", "KEY", "BYTES", "ERROR");

  private PlainText() {}

  static String of(LetterPage page) {
    if (page.letters().isEmpty()) {
      String none = "None among the newest " + page.examined() + " dead letters.\n";
      return page.next() == null ? "No dead letters.\n" : none + more(page.next());
    }
    List<List<String>> rows =
        Stream.concat(Stream.of(HEAD), page.letters().stream().map(PlainText::row)).toList();
    return table(rows) + more(page.next());
  }

  private static List<String> row(Letter letter) {
    return Stream.of(
            letter.id(),
            letter.timestamp().toString(),
            letter.reason(),
            letter.attempts() == null ? "" : letter.attempts().toString(),
            letter.sourceTopic(),
            letter.key(),
            String.valueOf(letter.size()),
            letter.error())
        .map(PlainText::shown)
        .toList();
  }

  // The last column has no width: it is as long as it is.
  private static String table(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEAD.size() - 1)
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).repeat(' ', widths[column] - cell.length() + 2);
    }
    return line.append(row.getLast()).append('\n').toString();
  }

  private static String more(@Nullable Object next) {
    return next == null ? "" : "There may be older ones: --before " + next + "\n";
  }

  static String of(LetterDetail detail) {
    Letter letter = detail.letter();
    StringBuilder text = new StringBuilder();
    field(text, "id", letter.id());
    field(text, "put aside", letter.timestamp().toString());
    field(text, "reason", letter.reason());
    field(text, "error", letter.error());
    field(text, "attempts", letter.attempts() == null ? null : letter.attempts().toString());
    field(text, "from", letter.sourceTopic());
    field(text, "key", letter.key());
    if (letter.message() != null) {
      field(text, "message", letter.message().id());
    }
    field(text, "bytes", String.valueOf(letter.size()));
    detail.headers().forEach(header -> field(text, "header " + header.name(), header.value()));
    return text.append('\n').append(withoutControls(detail.value())).append('\n').toString();
  }

  private static void field(StringBuilder text, String name, @Nullable String value) {
    String label = withoutControls(name);
    text.append(label).repeat(' ', Math.max(1, 24 - label.length()));
    text.append(shown(value)).append('\n');
  }

  static String of(ReplayReport report) {
    StringBuilder text = new StringBuilder();
    report
        .letters()
        .forEach(letter ->
            text.append("replayed ")
                .append(letter.id())
                .append(" to ")
                .append(letter.topic())
                .append('\n'));
    report
        .refused()
        .forEach(letter ->
            text.append("refused ")
                .append(letter.id())
                .append(": ")
                .append(withoutControls(letter.problem()))
                .append('\n'));
    text.append(report.replayed()).append(" replayed, ");
    text.append(report.refused().size()).append(" refused\n");
    return text.append(more(report.next())).toString();
  }

  private static String shown(@Nullable String value) {
    return value == null || value.isEmpty() ? "-" : withoutControls(value);
  }

  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ");
  }
}
