package io.herald.telegram.text.split;

import io.herald.model.message.Entity;
import io.herald.telegram.text.FormattedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into parts. Nothing is lost but white space at the cuts; formatting that crosses a cut
 * goes on in the next part.
 */
public final class SplitText {
  /** A mark without its two numbers, and with the line break before it. */
  private static final int MARK = "\n[/]".length();

  private SplitText() {}

  /**
   * The parts in order, each within the limits; the text itself if it fits, empty or not. Linear in
   * the length of the text.
   */
  public static List<FormattedText> split(FormattedText text, SplitLimits limits) {
    if (text.text().length() <= limits.first() && text.entities().size() <= limits.entities()) {
      return List.of(text);
    }
    int digits = 0;
    while (true) {
      int mark = limits.marked() ? MARK + 2 * ++digits : 0;
      List<Slice> slices = new CutText(text, limits, mark).cut();
      if (slices.size() == 1) {
        return List.of(text);
      }
      // More digits leave less room for text; so it is tried until they are enough.
      if (!limits.marked() || String.valueOf(slices.size()).length() <= digits) {
        return parts(text, slices, limits.marked());
      }
    }
  }

  private static List<FormattedText> parts(FormattedText text, List<Slice> slices, boolean marked) {
    List<FormattedText> parts = new ArrayList<>(slices.size());
    List<Entity> open = new ArrayList<>();
    int next = 0;
    for (Slice slice : slices) {
      List<Entity> all = text.entities();
      while (next < all.size() && all.get(next).offset() < slice.end()) {
        open.add(all.get(next++));
      }
      open.removeIf(entity -> entity.offset() + entity.length() <= slice.begin());
      String mark = marked ? "\n[" + (parts.size() + 1) + "/" + slices.size() + "]" : "";
      String written = text.text().substring(slice.begin(), slice.end()) + mark;
      parts.add(new FormattedText(written, inside(slice, open)));
    }
    return parts;
  }

  private static List<Entity> inside(Slice slice, List<Entity> open) {
    List<Entity> inside = new ArrayList<>(open.size());
    for (Entity entity : open) {
      int from = Math.max(entity.offset(), slice.begin());
      int end = Math.min(entity.offset() + entity.length(), slice.end());
      inside.add(entity.at(from - slice.begin(), end - from));
    }
    return inside;
  }
}
