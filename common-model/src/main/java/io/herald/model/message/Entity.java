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
 * @param customEmojiId which {@code custom_emoji}
 * @param userId who a {@code text_mention} mentions
 * @param unixTime of a {@code date_time}, in seconds
 * @param dateTimeFormat how a {@code date_time} is shown; absent: as the text is
 */
public record Entity(
    String type,
    int offset,
    int length,
    @Nullable String url,
    @Nullable String language,
    @Nullable String customEmojiId,
    @Nullable Long userId,
    @Nullable Integer unixTime,
    @Nullable String dateTimeFormat) {

  public Entity {
    Objects.requireNonNull(type, "type");
  }

  /** A link, a block of code, or an entity that needs nothing but its type. */
  public Entity(
      String type, int offset, int length, @Nullable String url, @Nullable String language) {
    this(type, offset, length, url, language, null, null, null, null);
  }

  /** An entity that needs nothing but its type. */
  public static Entity of(String type, int offset, int length) {
    return new Entity(type, offset, length, null, null);
  }

  /** The same formatting of another stretch. */
  public Entity at(int otherOffset, int otherLength) {
    return new Entity(
        type,
        otherOffset,
        otherLength,
        url,
        language,
        customEmojiId,
        userId,
        unixTime,
        dateTimeFormat);
  }
}
