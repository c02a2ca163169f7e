package io.herald.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Entity;
import io.herald.telegram.text.AnyText.Raw;
import io.herald.telegram.text.EntityType.Group;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalFormPropertyTest {

  @Provide
  Arbitrary<Raw> raw() {
    return AnyText.raw();
  }

  @Property(tries = 800)
  void anyTextAndEntitiesComeIntoForm(@ForAll("raw") Raw raw) {
    NormalFormCheck.check(raw.formatted());
  }

  @Property(tries = 500)
  void noCharacterGainsOrLosesAStyle(@ForAll("raw") Raw raw) {
    // A text that is in form already keeps its places.
    String text = FormattedText.plain(raw.text()).text();
    FormattedText formatted = new FormattedText(text, wholeCharacters(text, raw.entities()));
    if (formatted.text().length() != text.length()) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      Set<String> expected = styles(wholeCharacters(text, raw.entities()), i);
      if (isInCode(formatted, i)) {
        expected = Set.of();
      }
      assertThat(styles(formatted.entities(), i)).as("at %d", i).isEqualTo(expected);
    }
  }

  private static List<Entity> wholeCharacters(String text, List<Entity> entities) {
    return entities.stream()
        .filter(entity -> entity.offset() >= 0 && entity.length() > 0)
        .filter(entity -> entity.offset() + entity.length() <= text.length())
        .filter(entity -> !splits(text, entity.offset()))
        .filter(entity -> !splits(text, entity.offset() + entity.length()))
        .toList();
  }

  private static boolean splits(String text, int i) {
    return i > 0
        && i < text.length()
        && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
  }

  private static boolean isInCode(FormattedText text, int i) {
    return text.entities().stream()
        .filter(EntityType::isVerbatim)
        .anyMatch(entity -> covers(entity, i));
  }

  private static Set<String> styles(List<Entity> entities, int i) {
    Set<String> styles = new TreeSet<>();
    for (Entity entity : entities) {
      if (EntityType.group(entity) == Group.STYLE && covers(entity, i)) {
        styles.add(entity.type());
      }
    }
    return styles;
  }

  private static boolean covers(Entity entity, int i) {
    return entity.offset() <= i && i < entity.offset() + entity.length();
  }
}
