package io.herald.telegram.ladder;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Content;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import java.util.List;

/** The same content without its formatting or its buttons; itself if it has none. */
final class Strip {

  private Strip() {}

  static Content formatting(Content content) {
    return switch (content) {
      case TextContent(var text, var entities, var keyboard) when !entities.isEmpty() ->
          new TextContent(PlainText.of(text, entities), List.of(), keyboard);
      case PhotoContent(var photo, var caption, var entities, var keyboard)
          when !entities.isEmpty() ->
          new PhotoContent(photo, PlainText.of(caption, entities), List.of(), keyboard);
      case DocumentContent(var document, var caption, var entities, var keyboard)
          when !entities.isEmpty() ->
          new DocumentContent(document, PlainText.of(caption, entities), List.of(), keyboard);
      default -> content;
    };
  }

  static Content keyboard(Content content) {
    return switch (content) {
      case TextContent(var text, var entities, var _) -> new TextContent(text, entities, List.of());
      case PhotoContent(var photo, var caption, var entities, var _) ->
          new PhotoContent(photo, caption, entities, List.of());
      case DocumentContent(var document, var caption, var entities, var _) ->
          new DocumentContent(document, caption, entities, List.of());
      case CallbackAnswer _, Deletion _, CommandMenu _ -> content;
    };
  }
}
