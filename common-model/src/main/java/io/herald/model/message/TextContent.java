package io.herald.model.message;

import java.util.List;
import java.util.Objects;

/**
 * A text message. Markup was parsed before: formatting is in the entities alone.
 *
 * @param text 1 to 4096 code points
 * @param entities formatting of the text; empty for plain text
 * @param keyboard rows of inline buttons; empty for none
 */
public record TextContent(String text, List<Entity> entities, List<List<Button>> keyboard)
    implements Content {

  public TextContent {
    Objects.requireNonNull(text, "text");
    entities = entities == null ? List.of() : List.copyOf(entities);
    keyboard = keyboard == null ? List.of() : List.copyOf(keyboard);
  }

  /** Text without formatting and without buttons. */
  public static TextContent plain(String text) {
    return new TextContent(text, List.of(), List.of());
  }
}
