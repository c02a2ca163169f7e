package io.herald.telegram.text.split;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import java.util.ArrayList;
import java.util.List;

/** Goes through a text from cut to cut. Each step looks at one part's length of text. */
final class CutText {
  private final String text;
  private final List<Entity> entities;
  private final SplitLimits limits;
  private final int mark;
  private final Ranges code;
  private final ChooseCut choose;
  // Entities that go on behind the place where the next part begins, and the first behind it.
  private final List<Entity> open = new ArrayList<>();
  private int nextEntity;

  /**
   * @param mark code points that each part keeps free
   */
  CutText(FormattedText formatted, SplitLimits limits, int mark) {
    text = formatted.text();
    entities = formatted.entities();
    this.limits = limits;
    this.mark = mark;
    code = Ranges.of(entities, EntityType::isVerbatim);
    choose = new ChooseCut(text, Ranges.of(entities, EntityType::isUnit), code);
  }

  List<Slice> cut() {
    List<Slice> slices = new ArrayList<>();
    int begin = behindIndent(0, ChooseCut.behindSpace(text, 0, text.length()));
    while (begin < text.length()) {
      int limit = slices.isEmpty() ? limits.first() : limits.rest();
      // A text that fits as a whole needs no mark.
      int end = slices.isEmpty() ? reach(begin, limit) : 0;
      end = end == text.length() ? end : reach(begin, limit - mark);
      int cut = end == text.length() ? end : choose.cut(begin, end);
      int seen = cut;
      while (ChooseCut.isSpace(text.charAt(seen - 1))) {
        seen--;
      }
      slices.add(new Slice(begin, seen));
      begin = behindSpace(seen);
      advance(begin);
    }
    return slices;
  }

  /** How far a part could go. */
  private int reach(int begin, int limit) {
    int end = begin;
    for (int count = 0; count < limit && end < text.length(); count++) {
      end += Character.isSurrogate(text.charAt(end)) ? 2 : 1;
    }
    int overfull = nextEntity + limits.entities() - open.size();
    return overfull < entities.size() ? Math.min(end, entities.get(overfull).offset()) : end;
  }

  /** Where the next part begins; in code the indent of its first line stays. */
  private int behindSpace(int cut) {
    int end = cut;
    int line = cut;
    while (end < text.length() && ChooseCut.isSpace(text.charAt(end))) {
      line = text.charAt(end++) == '\n' ? end : line;
    }
    boolean inCode = line > cut && code.beginAround(line) >= 0 && code.beginAround(cut) >= 0;
    return inCode ? behindIndent(line, end) : end;
  }

  /** An indent that would fill a part is no indent. */
  private int behindIndent(int line, int end) {
    return end - line <= Math.min(limits.first(), limits.rest()) / 4 ? line : end;
  }

  private void advance(int begin) {
    while (nextEntity < entities.size() && entities.get(nextEntity).offset() < begin) {
      open.add(entities.get(nextEntity++));
    }
    open.removeIf(entity -> entity.offset() + entity.length() <= begin);
  }
}
