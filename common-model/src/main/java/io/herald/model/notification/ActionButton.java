package io.herald.model.notification;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A button below a notification: it opens an address or tells the bot of an action, one of the two.
 *
 * @param text the label
 * @param url address to open
 * @param action what the bot is told when the button is pressed, 1 to 64 bytes
 */
public record ActionButton(String text, @Nullable String url, @Nullable String action) {

  public ActionButton {
    Objects.requireNonNull(text, "text");
    if ((url == null) == (action == null)) {
      throw new IllegalArgumentException("a button has either url or action");
    }
  }
}
