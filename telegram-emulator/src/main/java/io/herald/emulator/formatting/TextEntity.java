package io.herald.emulator.formatting;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One entity of a text.
 *
 * @param offset in UTF-16 units
 * @param length in UTF-16 units
 * @param value link, language of a code block, user id, custom emoji id, or Unix time with an
 *     optional format after a space; null where the kind has none
 */
public record TextEntity(EntityKind kind, int offset, int length, @Nullable String value) {

  /** Outer entities first, as Telegram lists them. */
  static final Comparator<TextEntity> ORDER =
      Comparator.comparingInt(TextEntity::offset)
          .thenComparing(Comparator.comparingInt(TextEntity::length).reversed())
          .thenComparing(TextEntity::kind);

  static TextEntity of(EntityKind kind, int offset, int length) {
    return new TextEntity(kind, offset, length, null);
  }

  /** The first unit behind the entity. */
  public int end() {
    return offset + length;
  }

  TextEntity range(int from, int to) {
    return new TextEntity(kind, from, to - from, value);
  }

  TextEntity shiftedBy(int units) {
    return new TextEntity(kind, offset + units, length, value);
  }

  boolean intersects(TextEntity other) {
    return offset < other.end() && other.offset < end();
  }

  boolean contains(TextEntity other) {
    return offset <= other.offset && other.end() <= end();
  }
}
