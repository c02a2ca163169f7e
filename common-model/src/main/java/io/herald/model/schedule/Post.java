package io.herald.model.schedule;

import io.herald.model.notification.ActionButton;
import io.herald.model.notification.Attachment;
import io.herald.model.notification.TextMarkup;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is published in a chat or channel.
 *
 * @param target Telegram's chat id as decimal text, or {@code @channel}
 * @param thread topic of a forum; absent: the general one
 * @param text the text, or the caption of what goes along; absent: there is none
 * @param format the text's markup
 * @param photo a picture to publish; absent: none
 * @param document a file to publish; absent: none
 * @param buttons rows of buttons below the text
 * @param silent without sound
 * @param protect can't be forwarded or saved
 */
public record Post(
    String target,
    @Nullable Integer thread,
    @Nullable String text,
    TextMarkup format,
    @Nullable Attachment photo,
    @Nullable Attachment document,
    List<List<ActionButton>> buttons,
    boolean silent,
    boolean protect) {

  public Post {
    Objects.requireNonNull(target, "target");
    format = format == null ? TextMarkup.PLAIN : format;
    buttons = buttons == null ? List.of() : buttons.stream().map(List::copyOf).toList();
    if (text == null && photo == null && document == null) {
      throw new IllegalArgumentException("a post has a text, a photo or a document");
    }
  }

  /** A text without more. */
  public static Post text(String target, String text) {
    return new Post(target, null, text, TextMarkup.PLAIN, null, null, List.of(), false, false);
  }
}
