package io.herald.model.message;

import java.util.List;
import java.util.Objects;

/**
 * A picture with a caption.
 *
 * @param photo the picture, at most 10 MB, width and height together at most 10000, ratio at most
 *     20
 * @param caption at most 1024 code points; empty for none
 * @param entities formatting of the caption
 * @param keyboard rows of inline buttons; empty for none
 */
public record PhotoContent(
    Media photo, String caption, List<Entity> entities, List<List<Button>> keyboard)
    implements Content {

  public PhotoContent {
    Objects.requireNonNull(photo, "photo");
    caption = caption == null ? "" : caption;
    entities = entities == null ? List.of() : List.copyOf(entities);
    keyboard = keyboard == null ? List.of() : List.copyOf(keyboard);
  }
}
