package io.herald.model.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An inline button: it opens an address or calls the bot back, one of the two.
 *
 * @param text the label
 * @param url address to open
 * @param callbackData 1 to 64 bytes given back to the bot when the button is pressed
 */
public record Button(String text, @Nullable String url, @Nullable String callbackData) {

  public Button {
    Objects.requireNonNull(text, "text");
    if ((url == null) == (callbackData == null)) {
      throw new IllegalArgumentException("a button has either url or callbackData");
    }
  }

  /** A button that opens an address. */
  public static Button url(String text, String url) {
    return new Button(text, url, null);
  }

  /** A button that calls the bot back. */
  public static Button callback(String text, String data) {
    return new Button(text, null, data);
  }
}
