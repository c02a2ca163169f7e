package io.herald.telegram.ladder;

import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps below a picture or a file with a caption. */
final class LowerMedia {

  /** Telegram's limit of a caption in code points. */
  private static final int CAPTION = 1024;

  private final SplitContent split;

  LowerMedia(SplitContent split) {
    this.split = split;
  }

  Optional<Lower> shorter(TelegramCall refused, PhotoContent photo) {
    var caption = new TextContent(photo.caption(), photo.entities(), photo.keyboard());
    return shorter(
        refused,
        caption,
        below -> new PhotoContent(photo.photo(), below.text(), below.entities(), List.of()));
  }

  Optional<Lower> shorter(TelegramCall refused, DocumentContent document) {
    var caption = new TextContent(document.caption(), document.entities(), document.keyboard());
    return shorter(
        refused,
        caption,
        below ->
            new DocumentContent(document.document(), below.text(), below.entities(), List.of()));
  }

  /** The medium with as much of the caption as fits, or with none of it, and the rest as texts. */
  private Optional<Lower> shorter(
      TelegramCall refused, TextContent caption, Function<TextContent, Content> withCaption) {
    if (caption.text().isBlank()) {
      return Optional.empty();
    }
    List<TextContent> parts =
        caption.text().codePointCount(0, caption.text().length()) <= CAPTION
            ? List.of()
            : split.split(caption, CAPTION, LowerText.MESSAGE);
    if (parts.size() < 2) {
      // It would fit, and yet it was refused.
      parts = List.of(TextContent.plain(""), caption);
    }
    List<TextContent> texts = parts.subList(1, parts.size());
    Content first = withCaption.apply(parts.getFirst());
    return Optional.of(
        new Lower(Downgrade.SPLIT, Calls.inPieces(refused, first, texts, caption.keyboard())));
  }

  /** As a file, or without the picture where a file has no better chance. */
  @Nullable Lower otherThan(TelegramCall refused, PhotoContent photo, Rejection kind) {
    if (!mayPassAsDocument(photo.photo(), kind)) {
      return withoutMedia(
          refused, photo.photo(), photo.caption(), photo.entities(), photo.keyboard());
    }
    var document =
        new DocumentContent(photo.photo(), photo.caption(), photo.entities(), photo.keyboard());
    return Lower.one(Downgrade.PHOTO_AS_DOCUMENT, Calls.anew(refused, document));
  }

  /**
   * What Telegram can't fetch it can't fetch as a file; what it has as a picture it has as that;
   * what is gone is gone.
   */
  private static boolean mayPassAsDocument(Media photo, Rejection kind) {
    boolean upload = photo.bytes() != null || photo.blob() != null;
    return kind != Rejection.FILE_GONE
        && (upload || (photo.url() != null && kind == Rejection.PHOTO_DIMENSIONS));
  }

  @Nullable Lower otherThan(TelegramCall refused, DocumentContent document) {
    return withoutMedia(
        refused, document.document(), document.caption(), document.entities(), document.keyboard());
  }

  private static @Nullable Lower withoutMedia(
      TelegramCall refused,
      Media media,
      String caption,
      List<Entity> entities,
      List<List<Button>> keyboard) {
    List<String> lines = new ArrayList<>();
    if (!caption.isBlank()) {
      lines.add(caption);
    }
    if (media.url() != null) {
      lines.add(media.url());
    }
    if (lines.isEmpty()) {
      return null;
    }
    var text = new TextContent(String.join("\n\n", lines), entities, keyboard);
    return Lower.one(Downgrade.TEXT_WITHOUT_MEDIA, Calls.anew(refused, text));
  }
}
