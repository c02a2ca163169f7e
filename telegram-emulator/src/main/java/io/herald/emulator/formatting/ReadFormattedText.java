package io.herald.emulator.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns what a client sent (text, parse mode, entities) into the text that Telegram would keep. */
public final class ReadFormattedText {
  private static final int MOST_BYTES = 1 << 15;
  private static final int MOST_ENTITIES = 100;

  private ReadFormattedText() {}

  /**
   * Parses, cleans, nests and trims. The text may come out empty; lengths are the caller's to
   * check.
   *
   * @param entities the {@code entities} field, null if absent; ignored when a parse mode is given
   * @throws FormattingRefusal with Telegram's words
   */
  public static FormattedText read(
      String text, @Nullable String parseMode, @Nullable JsonNode entities) {
    if (text.length() * 3L > MOST_BYTES && utf8Length(text) > MOST_BYTES) {
      throw new FormattingRefusal("text is too long");
    }
    CleanText.refuseBrokenSurrogates(text);
    String mode = parseMode == null ? "" : parseMode.toLowerCase(Locale.ROOT);
    FormattedText parsed =
        switch (text.isEmpty() ? "" : mode) {
          case "", "none" -> new FormattedText(text, ReadEntities.read(entities));
          case "html" -> new HtmlMarkup(text).parse();
          case "markdownv2" -> new MarkdownV2(text).parse();
          case "markdown" -> new LegacyMarkdown(text).parse();
          default -> throw new FormattingRefusal("unsupported parse_mode");
        };
    return finish(parsed);
  }

  /** The way of a text that a person typed. */
  public static FormattedText typed(String text, List<TextEntity> entities) {
    return finish(new FormattedText(text, entities));
  }

  private static FormattedText finish(FormattedText parsed) {
    FormattedText clean = CleanText.clean(parsed.text(), parsed.entities());
    List<TextEntity> nested = NestEntities.nest(clean.entities());
    FormattedText trimmed = TrimText.trim(new FormattedText(clean.text(), nested));
    FormattedText detected = DetectEntities.detect(trimmed);
    return detected.entities().size() <= MOST_ENTITIES
        ? detected
        : new FormattedText(
            detected.text(), new ArrayList<>(detected.entities().subList(0, MOST_ENTITIES)));
  }

  private static long utf8Length(String text) {
    return text.codePoints()
        .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
        .sum();
  }
}
