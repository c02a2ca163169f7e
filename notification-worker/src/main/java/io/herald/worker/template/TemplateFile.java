package io.herald.worker.template;

import io.herald.model.notification.TextMarkup;
import io.herald.telegram.text.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's file: {@code <template>.<ending>}, where the ending says which markup it is in.
 *
 * @param template name of the template
 * @param markup what its text is written in
 */
record TemplateFile(String template, TextMarkup markup) {

  /** Most bytes of a file. */
  static final int MOST_BYTES = 64 * 1024;

  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})\\.(md|html|mdv2|txt)");
  private static final MissingValue NOBODY = (_, _) -> {};

  /** The template that a file of that name is; empty: it is none. */
  static Optional<TemplateFile> named(String fileName) {
    Matcher name = NAME.matcher(fileName);
    return name.matches()
        ? Optional.of(new TemplateFile(name.group(1), markup(name.group(2))))
        : Optional.empty();
  }

  private static TextMarkup markup(String ending) {
    return switch (ending) {
      case "md" -> TextMarkup.MARKDOWN;
      case "html" -> TextMarkup.HTML;
      case "mdv2" -> TextMarkup.MARKDOWN_V2;
      default -> TextMarkup.PLAIN;
    };
  }

  /**
   * Reads the file's content and tries it without any values.
   *
   * @throws BrokenTemplate when it can't be used
   */
  Template read(byte[] content, MissingValue missing) throws BrokenTemplate {
    String source = text(content);
    Rendered trial = Template.of(template, markup, source, NOBODY).render(Map.of());
    if (ReadMarkup.of(trial.text(), markup) instanceof Malformed malformed) {
      throw new BrokenTemplate("its markup is malformed: " + malformed.description());
    }
    return Template.of(template, markup, source, missing);
  }

  private static String text(byte[] content) throws BrokenTemplate {
    if (content.length > MOST_BYTES) {
      throw new BrokenTemplate("a template has at most " + MOST_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new BrokenTemplate("it is not UTF-8");
    }
  }
}
