package io.herald.model.message;

import java.util.List;
import java.util.Objects;

/**
 * A file with a caption.
 *
 * @param document the file, at most 50 MB
 * @param caption at most 1024 code points; empty for none
 * @param entities formatting of the caption
 * @param keyboard rows of inline buttons; empty for none
 */
public record DocumentContent(
    Media document, String caption, List<Entity> entities, List<List<Button>> keyboard)
    implements Content {

  public DocumentContent {
    Objects.requireNonNull(document, "document");
    caption = caption == null ? "" : caption;
    entities = entities == null ? List.of() : List.copyOf(entities);
    keyboard = keyboard == null ? List.of() : List.copyOf(keyboard);
  }
}
