package io.herald.model.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Formatting of a stretch of text, as the Bot API's MessageEntity.
 *
 * @param type Telegram's name, for example {@code bold} or {@code text_link}
 * @param offset start in UTF-16 units
 * @param length length in UTF-16 units
 * @param url target of a {@code text_link}
 * @param language of a {@code pre}
 */
public record Entity(
    String type, int offset, int length, @Nullable String url, @Nullable String language) {

  public Entity {
    Objects.requireNonNull(type, "type");
  }

  /** An entity that needs nothing but its type. */
  public static Entity of(String type, int offset, int length) {
    return new Entity(type, offset, length, null, null);
  }
}
