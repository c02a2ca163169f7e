package io.herald.bot.command;

/** The button that sends the list of commands. */
final class HelpButton {

  /** What the button carries; older messages keep it, so it stays as it is. */
  static final String DATA = "help";

  private HelpButton() {}
}
