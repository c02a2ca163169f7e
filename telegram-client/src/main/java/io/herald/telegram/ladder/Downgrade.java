package io.herald.telegram.ladder;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Content;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Rejection;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.split.SplitLimits;
import io.herald.telegram.text.split.SplitText;
import java.util.List;
import java.util.Optional;

/**
 * The ladder down which a message goes that Telegram refuses, a pure function. Every step is lower
 * than the one before (less formatting, fewer media, shorter texts, fewer conditions), so the
 * ladder ends whatever is refused; and on every step the calls together hold the whole text.
 */
public final class Downgrade {

  /** Without formatting; the addresses of links stand behind them. */
  public static final String PLAIN_TEXT = "plain-text";

  /** In parts; a caption's first part stays below its picture. */
  public static final String SPLIT = "split";

  /** The text as a file, with its beginning as the caption. */
  public static final String AS_DOCUMENT = "as-document";

  /** The picture as a file, which has no limits of size and shape but 50 MB. */
  public static final String PHOTO_AS_DOCUMENT = "photo-as-document";

  /** The caption as text, and the picture's or file's address below it. */
  public static final String TEXT_WITHOUT_MEDIA = "text-without-media";

  /** Without buttons. */
  public static final String WITHOUT_KEYBOARD = "without-keyboard";

  /** Outside of the topic, in the group's general one. */
  public static final String WITHOUT_THREAD = "without-thread";

  /** As a new message instead of an edit. */
  public static final String NEW_MESSAGE = "new-message";

  /** What a button's dialog can't hold, as a message. */
  public static final String AS_MESSAGE = "as-message";

  private final LowerText texts;
  private final LowerMedia media;

  /** A ladder whose parts are cut as {@link SplitText} cuts them, without marks. */
  public Downgrade() {
    this(Downgrade::split);
  }

  /** A ladder whose parts are cut that way. */
  public Downgrade(SplitContent split) {
    this.texts = new LowerText(split);
    this.media = new LowerMedia(split);
  }

  private static List<TextContent> split(TextContent text, int first, int further) {
    var whole = new FormattedText(text.text(), text.entities());
    var limits = new SplitLimits(first, further, SplitLimits.ENTITIES, false);
    return SplitText.split(whole, limits).stream()
        .map(part -> new TextContent(part.text(), part.entities(), List.of()))
        .toList();
  }

  /**
   * What to send instead of a call that was refused.
   *
   * @param kind why it was refused
   * @return empty: nothing lower exists. The text, if there is one, belongs into a dead letter
   */
  public Optional<Lower> next(TelegramCall refused, Rejection kind) {
    return switch (kind) {
      case MARKUP -> changed(PLAIN_TEXT, refused, Strip.formatting(refused.content()));
      case KEYBOARD -> changed(WITHOUT_KEYBOARD, refused, Strip.keyboard(refused.content()));
      case THREAD_GONE -> withoutThread(refused);
      case EDIT_TARGET_GONE -> newMessage(refused);
      case TOO_LONG -> shorter(refused);
      case PHOTO_DIMENSIONS, MEDIA_REFUSED, FILE_GONE -> otherMedium(refused, kind);
      case QUERY_EXPIRED, NOT_ALLOWED, OTHER -> Optional.empty();
    };
  }

  private static Optional<Lower> changed(String step, TelegramCall refused, Content content) {
    return content.equals(refused.content())
        ? Optional.empty()
        : Optional.of(
            Lower.one(
                step,
                new TelegramCall(refused.chat(), content, refused.options(), refused.target())));
  }

  private static Optional<Lower> withoutThread(TelegramCall refused) {
    SendOptions options = refused.options();
    if (options.thread() == null) {
      return Optional.empty();
    }
    var general = new SendOptions(null, options.silent(), options.protect());
    return Optional.of(
        Lower.one(
            WITHOUT_THREAD,
            new TelegramCall(refused.chat(), refused.content(), general, refused.target())));
  }

  private static Optional<Lower> newMessage(TelegramCall refused) {
    return refused.target() == null || refused.content() instanceof Deletion
        ? Optional.empty()
        : Optional.of(Lower.one(NEW_MESSAGE, Calls.anew(refused, refused.content())));
  }

  private Optional<Lower> shorter(TelegramCall refused) {
    return switch (refused.content()) {
      case TextContent text -> texts.shorter(refused, text);
      case PhotoContent photo -> media.shorter(refused, photo);
      case DocumentContent document when TextFile.textOf(document).isPresent() ->
          changed(AS_DOCUMENT, refused, TextFile.withoutSummary(document));
      case DocumentContent document -> media.shorter(refused, document);
      case CallbackAnswer answer when !answer.text().isEmpty() ->
          Optional.of(
              new Lower(
                  AS_MESSAGE,
                  List.of(
                      Calls.anew(refused, new CallbackAnswer(answer.queryId(), "", false)),
                      Calls.anew(refused, TextContent.plain(answer.text())))));
      case CallbackAnswer _, Deletion _, CommandMenu _ -> Optional.empty();
    };
  }

  private Optional<Lower> otherMedium(TelegramCall refused, Rejection kind) {
    return switch (refused.content()) {
      // A proxy that takes no request of that size does not know what is in it.
      case TextContent text -> texts.shorter(refused, text);
      case PhotoContent photo -> Optional.ofNullable(media.otherThan(refused, photo, kind));
      case DocumentContent document ->
          TextFile.textOf(document)
              .map(text -> texts.outOfFile(refused, text, document.keyboard()))
              .orElseGet(() -> Optional.ofNullable(media.otherThan(refused, document)));
      case CallbackAnswer _, Deletion _, CommandMenu _ -> Optional.empty();
    };
  }
}
