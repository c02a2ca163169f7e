package io.herald.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType.Group;
import java.util.List;

/** Telegram's form of text, said a second time and in another way than the code does. */
public final class NormalFormCheck {
  private NormalFormCheck() {}

  public static void check(FormattedText formatted) {
    String text = formatted.text();
    assertThat(text).doesNotStartWith("\n").doesNotEndWith("\n").doesNotEndWith(" ");
    assertThat(text.startsWith(" ") && !startsWithCode(formatted)).isFalse();
    assertThat(text.codePoints())
        .noneMatch(c -> (c < ' ' && c != '\n') || (c >= 0xd800 && c <= 0xdfff))
        .noneMatch(c -> (c >= 0x2028 && c <= 0x202e) || c == 0x333 || c == 0x33f || c == 0x30a);
    List<Entity> entities = formatted.entities();
    assertThat(entities).isSortedAccordingTo(NestEntities.ORDER);
    for (Entity entity : entities) {
      assertThat(entity.length()).isPositive();
      assertThat(entity.offset()).isNotNegative();
      assertThat(end(entity)).isLessThanOrEqualTo(text.length());
      assertThat(isInPair(text, entity.offset()) || isInPair(text, end(entity))).isFalse();
    }
    checkPairs(entities);
    assertThat(new FormattedText(text, entities)).isEqualTo(formatted);
  }

  private static void checkPairs(List<Entity> entities) {
    for (int i = 0; i < entities.size(); i++) {
      for (int j = i + 1; j < entities.size(); j++) {
        Entity outer = entities.get(i);
        Entity inner = entities.get(j);
        if (inner.offset() < end(outer)) {
          assertThat(end(inner)).as("%s in %s", inner, outer).isLessThanOrEqualTo(end(outer));
          assertThat(mayHold(outer, inner)).as("%s in %s", inner, outer).isTrue();
        }
      }
    }
  }

  private static boolean mayHold(Entity outer, Entity inner) {
    Group group = EntityType.group(inner);
    return switch (EntityType.group(outer)) {
      case QUOTE -> group != Group.QUOTE;
      case VERBATIM -> false;
      case UNIT -> group == Group.STYLE;
      case STYLE -> group != Group.VERBATIM && !outer.type().equals(inner.type());
    };
  }

  private static boolean startsWithCode(FormattedText formatted) {
    return formatted.entities().stream()
        .anyMatch(entity -> entity.offset() == 0 && EntityType.isVerbatim(entity));
  }

  private static int end(Entity entity) {
    return entity.offset() + entity.length();
  }

  private static boolean isInPair(String text, int i) {
    return i > 0
        && i < text.length()
        && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
  }
}
