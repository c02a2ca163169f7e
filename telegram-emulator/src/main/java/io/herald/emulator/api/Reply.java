package io.herald.emulator.api;

/** How a call ends on the wire. */
public sealed interface Reply {

  /** With Telegram's envelope. */
  record Answered(Answer answer) implements Reply {}

  /** With the HTML page of a proxy before Telegram. */
  record HtmlPage(int status) implements Reply {}

  /** Never; the client has to give up. */
  record Hanging() implements Reply {}

  /** With a closed connection and not a byte. */
  record Cut() implements Reply {}
}
