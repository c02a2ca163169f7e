package io.herald.bot.command;

import java.util.List;

/**
 * What follows from the press of a button.
 *
 * @param notice shown to the person for a moment, at most 200 code points; empty shows nothing
 * @param alert whether the notice is shown as a dialog that has to be closed
 * @param replies what is sent to the chat besides
 */
public record PressAnswer(String notice, boolean alert, List<Reply> replies) {

  /** For a button of an older version, or whose moment has passed. */
  public static final PressAnswer GONE = notice("This button no longer works.");

  /** Shows something for a moment, and sends nothing. */
  public static PressAnswer notice(String notice) {
    return new PressAnswer(notice, false, List.of());
  }

  /** Shows a dialog, and sends nothing. */
  public static PressAnswer alert(String notice) {
    return new PressAnswer(notice, true, List.of());
  }

  /** Sends something, and shows nothing. */
  public static PressAnswer replies(Reply... replies) {
    return new PressAnswer("", false, List.of(replies));
  }
}
