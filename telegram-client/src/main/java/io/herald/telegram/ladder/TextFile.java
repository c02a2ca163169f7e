package io.herald.telegram.ladder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.message.Button;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text as a file with its beginning as the caption. */
final class TextFile {

  private static final String NAME = "message.txt";
  private static final int SUMMARY = 300;

  private TextFile() {}

  static DocumentContent of(String text, List<List<Button>> keyboard) {
    return new DocumentContent(
        Media.bytes(text.getBytes(UTF_8), NAME), summary(text), List.of(), keyboard);
  }

  /** The text of such a file; empty for any other one, whose caption says something else. */
  static Optional<String> textOf(DocumentContent document) {
    byte[] bytes = document.document().bytes();
    if (bytes == null || !NAME.equals(document.document().name())) {
      return Optional.empty();
    }
    String text = new String(bytes, UTF_8);
    boolean ours = document.caption().isEmpty() || document.caption().equals(summary(text));
    return ours ? Optional.of(text) : Optional.empty();
  }

  static DocumentContent withoutSummary(DocumentContent file) {
    return new DocumentContent(file.document(), "", List.of(), file.keyboard());
  }

  /** At most 300 code points and an ellipsis, cut at a space if there is one in the latter half. */
  private static String summary(String text) {
    String start = text.strip();
    if (start.codePointCount(0, Math.min(start.length(), 2 * SUMMARY)) <= SUMMARY
        && start.length() <= 2 * SUMMARY) {
      return start;
    }
    int most = start.offsetByCodePoints(0, SUMMARY);
    int space = start.lastIndexOf(' ', most);
    int line = start.lastIndexOf('\n', most);
    int cut = Math.max(space, line) > most / 2 ? Math.max(space, line) : grapheme(start, most);
    return start.substring(0, cut).strip() + '…';
  }

  private static int grapheme(String text, int most) {
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text.substring(0, Math.min(text.length(), most + SUMMARY)));
    int cut = graphemes.isBoundary(most) ? most : graphemes.preceding(most);
    return cut <= 0 ? most : cut;
  }
}
