package io.herald.bot.command;

import io.herald.model.message.Button;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import java.util.ArrayList;
import java.util.List;

/** Writes a text with formatting, piece by piece; what people typed needs no escaping. */
public final class WriteText {

  private final StringBuilder text = new StringBuilder();
  private final List<Entity> entities = new ArrayList<>();
  private final List<List<Button>> keyboard = new ArrayList<>();

  public WriteText plain(String piece) {
    text.append(piece);
    return this;
  }

  public WriteText bold(String piece) {
    return marked("bold", piece);
  }

  /** In letters of equal width; a tap copies it. */
  public WriteText code(String piece) {
    return marked("code", piece);
  }

  /** Lines in letters of equal width, as a block of their own. */
  public WriteText block(String piece) {
    return marked("pre", piece);
  }

  /** Opens that address. */
  public WriteText link(String piece, String url) {
    entities.add(new Entity("text_link", text.length(), piece.length(), url, null));
    return plain(piece);
  }

  private WriteText marked(String type, String piece) {
    if (!piece.isEmpty()) {
      entities.add(Entity.of(type, text.length(), piece.length()));
    }
    return plain(piece);
  }

  /** Another row of buttons below it. */
  public WriteText row(Button... buttons) {
    return row(List.of(buttons));
  }

  public WriteText row(List<Button> buttons) {
    keyboard.add(List.copyOf(buttons));
    return this;
  }

  public TextContent done() {
    return new TextContent(text.toString(), entities, keyboard);
  }
}
