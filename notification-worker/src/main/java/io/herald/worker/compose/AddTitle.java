package io.herald.worker.compose;

import io.herald.model.message.Entity;
import io.herald.telegram.text.FormattedText;
import java.util.ArrayList;
import java.util.List;

/** Puts a title above a text: one bold line. Both are parsed before, so neither can break. */
final class AddTitle {

  private AddTitle() {}

  /**
   * The text with its title.
   *
   * @param title without markup; its line breaks become spaces; blank: none
   */
  static FormattedText to(FormattedText text, String title) {
    String line = FormattedText.plain(title.replaceAll("\\R+", " ")).text();
    if (line.isBlank()) {
      return text;
    }
    Entity bold = Entity.of("bold", 0, line.length());
    if (text.text().isEmpty()) {
      return new FormattedText(line, List.of(bold));
    }
    int shift = line.length() + 1;
    List<Entity> entities = new ArrayList<>();
    entities.add(bold);
    text.entities().forEach(it -> entities.add(it.at(it.offset() + shift, it.length())));
    return new FormattedText(line + '\n' + text.text(), entities);
  }
}
