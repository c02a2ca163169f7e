package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.List;

/** Text and entities in Telegram's own form. */
record NormalForm(String text, List<Entity> entities) {

  static NormalForm of(String text, List<Entity> entities) {
    NormalForm clean = CleanText.clean(text, entities);
    if (clean.entities.isEmpty()) {
      return TrimText.trim(clean);
    }
    NormalForm nested = new NormalForm(clean.text, NestEntities.nest(clean.entities));
    NormalForm trimmed = TrimText.trim(nested);
    // What was cut at the ends may no longer cross what it crossed before.
    return trimmed == nested
        ? nested
        : new NormalForm(trimmed.text, NestEntities.nest(trimmed.entities));
  }
}
