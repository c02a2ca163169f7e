package io.herald.model.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The markup that a notification's text is written in. */
public enum TextMarkup {
  /** None: every character is itself. */
  @JsonProperty("plain")
  PLAIN,
  /** CommonMark with strikethrough, spoilers and tables. */
  @JsonProperty("markdown")
  MARKDOWN,
  /** Telegram's HTML. */
  @JsonProperty("html")
  HTML,
  /** Telegram's MarkdownV2. */
  @JsonProperty("markdownv2")
  MARKDOWN_V2
}
