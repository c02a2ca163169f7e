package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entities as a test reads them. */
public final class Shown {
  private Shown() {}

  /** Each as its type, what it covers in brackets, and what else it carries. */
  public static List<String> entities(FormattedText text) {
    return text.entities().stream().map(entity -> entity(text.text(), entity)).toList();
  }

  private static String entity(String text, Entity entity) {
    String covered = text.substring(entity.offset(), entity.offset() + entity.length());
    return Stream.of(
            entity.url(),
            entity.language(),
            entity.customEmojiId(),
            entity.userId(),
            entity.unixTime(),
            entity.dateTimeFormat())
        .filter(each -> each != null)
        .map(each -> " " + each)
        .collect(Collectors.joining("", entity.type() + "[" + covered + "]", ""));
  }
}
