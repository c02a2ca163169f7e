package io.herald.telegram.ladder;

import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that take the place of another one. */
final class Calls {

  private Calls() {}

  /** Other content as a new message to the same place. */
  static TelegramCall anew(TelegramCall refused, Content content) {
    return new TelegramCall(refused.chat(), content, refused.options(), null);
  }

  /**
   * A first piece, which stays the edit if the refused call was one, and texts behind it. The
   * keyboard is on the last of them.
   *
   * @param first null: the first text is the first piece
   */
  static List<TelegramCall> inPieces(
      TelegramCall refused,
      @Nullable Content first,
      List<TextContent> texts,
      List<List<Button>> keyboard) {
    List<Content> pieces = new ArrayList<>();
    if (first != null) {
      pieces.add(first);
    }
    for (int i = 0; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      TextContent text = texts.get(i);
      pieces.add(new TextContent(text.text(), text.entities(), last ? keyboard : List.of()));
    }
    List<TelegramCall> calls = new ArrayList<>();
    for (Content piece : pieces) {
      Long target = calls.isEmpty() ? refused.target() : null;
      calls.add(new TelegramCall(refused.chat(), piece, refused.options(), target));
    }
    return calls;
  }
}
