package io.herald.telegram.ladder;

import io.herald.model.message.TextContent;
import java.util.ArrayList;
import java.util.List;

/** Cuts at code points and gives every part the same single entity, if there is one at all. */
final class SplitAtCodePoints implements SplitContent {

  @Override
  public List<TextContent> split(TextContent text, int first, int further) {
    List<TextContent> parts = new ArrayList<>();
    String rest = text.text();
    int limit = first;
    while (!rest.isBlank()) {
      int length = rest.codePointCount(0, rest.length());
      int cut = rest.offsetByCodePoints(0, Math.min(limit, length));
      var entities =
          text.entities().isEmpty() ? text.entities() : List.of(text.entities().getFirst());
      String part = rest.substring(0, cut);
      if (!part.isBlank()) {
        parts.add(new TextContent(part, entities, List.of()));
      }
      rest = rest.substring(cut);
      limit = further;
    }
    return parts;
  }
}
