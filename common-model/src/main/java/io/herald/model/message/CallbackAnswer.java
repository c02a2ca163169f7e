package io.herald.model.message;

import java.util.Objects;

/**
 * Answers the press of an inline button, so that the person's client stops waiting.
 *
 * @param queryId Telegram's callback query id
 * @param text shown to the person, at most 200 code points; empty shows nothing
 * @param alert whether the text is shown as a dialog instead of a notice
 */
public record CallbackAnswer(String queryId, String text, boolean alert) implements Content {

  public CallbackAnswer {
    Objects.requireNonNull(queryId, "queryId");
    text = text == null ? "" : text;
  }
}
