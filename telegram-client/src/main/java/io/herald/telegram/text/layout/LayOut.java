package io.herald.telegram.text.layout;

import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.split.SplitLimits;
import io.herald.telegram.text.split.SplitText;
import java.util.ArrayList;
import java.util.List;

/** Lays formatted text out as the messages that are sent for it, in order. */
public final class LayOut {
  private final LayoutStyle style;

  public LayOut(LayoutStyle style) {
    this.style = style;
  }

  /**
   * Text messages, or a file if there would be too many.
   *
   * @param keyboard rows of inline buttons below the last message
   * @return empty if there is nothing to see in the text: Telegram refuses such a message
   */
  public List<Content> text(FormattedText text, List<List<Button>> keyboard) {
    if (text.isBlank()) {
      return List.of();
    }
    List<FormattedText> parts = SplitText.split(text, SplitLimits.text(style.marked()));
    return parts.size() > style.mostParts()
        ? List.of(file(text, keyboard))
        : texts(parts, keyboard);
  }

  /**
   * A picture with its caption, and what the caption has no room for in messages behind it.
   *
   * @param keyboard rows of inline buttons below the last message
   */
  public List<Content> photo(Media photo, FormattedText caption, List<List<Button>> keyboard) {
    return captioned(
        (text, buttons) -> new PhotoContent(photo, text.text(), text.entities(), buttons),
        caption,
        keyboard);
  }

  /**
   * A file with its caption, and what the caption has no room for in messages behind it.
   *
   * @param keyboard rows of inline buttons below the last message
   */
  public List<Content> document(
      Media document, FormattedText caption, List<List<Button>> keyboard) {
    return captioned(
        (text, buttons) -> new DocumentContent(document, text.text(), text.entities(), buttons),
        caption,
        keyboard);
  }

  /**
   * A text that is already a message, in parts without marks and keyboards; none is blank.
   *
   * @param first most code points of the first part
   * @param further most code points of every further part
   */
  public static List<TextContent> cut(TextContent text, int first, int further) {
    SplitLimits limits = new SplitLimits(first, further, SplitLimits.ENTITIES, false);
    return SplitText.split(new FormattedText(text.text(), text.entities()), limits).stream()
        .filter(part -> !part.isBlank())
        .map(part -> new TextContent(part.text(), part.entities(), List.of()))
        .toList();
  }

  private interface Captioned {
    Content with(FormattedText caption, List<List<Button>> keyboard);
  }

  private List<Content> captioned(
      Captioned media, FormattedText caption, List<List<Button>> keyboard) {
    if (caption.isBlank()) {
      return List.of(media.with(FormattedText.EMPTY, keyboard));
    }
    List<FormattedText> parts = SplitText.split(caption, SplitLimits.captioned(style.marked()));
    if (parts.size() == 1) {
      return List.of(media.with(caption, keyboard));
    }
    if (parts.size() > style.mostParts()) {
      return List.of(media.with(FormattedText.EMPTY, List.of()), file(caption, keyboard));
    }
    List<Content> contents = new ArrayList<>(parts.size());
    contents.add(media.with(parts.getFirst(), List.of()));
    contents.addAll(texts(parts.subList(1, parts.size()), keyboard));
    return List.copyOf(contents);
  }

  private static List<Content> texts(List<FormattedText> parts, List<List<Button>> keyboard) {
    // A part of nothing but invisible characters would be refused, and with it the rest.
    List<FormattedText> seen = parts.stream().filter(part -> !part.isBlank()).toList();
    List<Content> contents = new ArrayList<>(seen.size());
    for (FormattedText part : seen) {
      List<List<Button>> buttons = contents.size() == seen.size() - 1 ? keyboard : List.of();
      contents.add(new TextContent(part.text(), part.entities(), buttons));
    }
    return List.copyOf(contents);
  }

  /** The whole text in a file; its caption shows how it begins. */
  private Content file(FormattedText text, List<List<Button>> keyboard) {
    String note = "\n\n" + style.fileNote().formatted(text.codePoints(), style.fileName());
    int room = SplitLimits.CAPTION - note.codePointCount(0, note.length());
    SplitLimits limits = new SplitLimits(room, room, SplitLimits.ENTITIES, false);
    FormattedText begin = SplitText.split(text, limits).getFirst();
    Media file = Media.bytes(WriteFile.bytes(text), style.fileName());
    return new DocumentContent(file, begin.text() + note, begin.entities(), keyboard);
  }
}
