package io.herald.worker.compose;

import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.Media;
import io.herald.model.notification.ActionButton;
import io.herald.model.notification.Attachment;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.TextMarkup;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.Malformed;
import io.herald.telegram.text.Parsed;
import io.herald.telegram.text.layout.LayOut;
import io.herald.worker.template.ReadMarkup;
import io.herald.worker.template.Rendered;
import io.herald.worker.template.Templates;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a notification what is sent for it. The text is never lost to its markup. */
public final class ComposeContents {

  private final Templates templates;
  private final LayOut layOut;

  /** Composes with these templates. */
  public ComposeContents(Templates templates, LayOut layOut) {
    this.templates = templates;
    this.layOut = layOut;
  }

  /** The contents of its messages. */
  public Composed compose(NotificationRequested notification) {
    return written(notification)
        .map(written -> laidOut(notification, written))
        .orElseGet(() ->
            new Composed.Nothing(
                "unknown_template", "there is no template " + notification.template()));
  }

  /** What it says in markup; empty when its template is not there. A title of its own wins. */
  private Optional<Rendered> written(NotificationRequested notification) {
    String title = orEmpty(notification.title());
    if (notification.template() == null) {
      return Optional.of(new Rendered(title, orEmpty(notification.text()), notification.format()));
    }
    return templates
        .render(notification.template(), notification.data())
        .map(it -> title.isBlank() ? it : new Rendered(title, it.text(), it.markup()));
  }

  private Composed laidOut(NotificationRequested notification, Rendered written) {
    Parsed parsed = ReadMarkup.of(written.text(), written.markup());
    FormattedText text = AddTitle.to(parsed.orPlain(written.text()), written.title());
    List<Content> contents = contents(notification, text);
    return contents.isEmpty()
        ? new Composed.Nothing("empty_message", "there is nothing to see in it")
        : new Composed.Ready(contents, flaw(written.markup(), parsed));
  }

  private List<Content> contents(NotificationRequested notification, FormattedText text) {
    List<List<Button>> keyboard = keyboard(notification.buttons());
    if (notification.photo() != null) {
      return layOut.photo(media(notification.photo()), text, keyboard);
    }
    return notification.document() != null
        ? layOut.document(media(notification.document()), text, keyboard)
        : layOut.text(text, keyboard);
  }

  private static Media media(Attachment attachment) {
    return attachment.url() != null
        ? Media.url(attachment.url())
        : Media.blob(attachment.blob(), attachment.name());
  }

  private static List<List<Button>> keyboard(List<List<ActionButton>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(ComposeContents::button).toList())
        .filter(row -> !row.isEmpty())
        .toList();
  }

  private static Button button(ActionButton button) {
    return new Button(button.text(), button.url(), button.action());
  }

  private static Composed.@Nullable Flaw flaw(TextMarkup markup, Parsed parsed) {
    // The parser's words may quote the text: the place has to do.
    return parsed instanceof Malformed malformed
        ? new Composed.Flaw(
            markup.name().toLowerCase(),
            "markup is malformed at byte " + malformed.offset() + ", sent as it was written")
        : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
