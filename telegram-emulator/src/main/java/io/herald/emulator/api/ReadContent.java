package io.herald.emulator.api;

import io.herald.emulator.formatting.FormattedText;
import io.herald.emulator.formatting.FormattingRefusal;
import io.herald.emulator.formatting.ReadFormattedText;

/** Reads texts and captions and holds them to Telegram's lengths. */
final class ReadContent {
  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_CAPTION = 1_024;

  private ReadContent() {}

  static FormattedText text(Parameters parameters) {
    if (parameters.text("text").isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    FormattedText text = read(parameters, "text", "entities");
    if (text.text().isEmpty()) {
      throw Refusal.badRequest("text must be non-empty");
    }
    if (text.codePoints() > LONGEST_TEXT) {
      throw Refusal.badRequest("message is too long");
    }
    return text;
  }

  static FormattedText caption(Parameters parameters) {
    FormattedText caption = read(parameters, "caption", "caption_entities");
    if (caption.codePoints() > LONGEST_CAPTION) {
      throw Refusal.badRequest("message caption is too long");
    }
    return caption;
  }

  private static FormattedText read(Parameters parameters, String text, String entities) {
    try {
      return ReadFormattedText.read(
          parameters.text(text),
          parameters.text("parse_mode"),
          parameters.json(entities, "can't parse entities JSON object"));
    } catch (FormattingRefusal refused) {
      throw Refusal.badRequest(String.valueOf(refused.getMessage()));
    }
  }
}
