package io.herald.bot.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the button carries that cancels a job: {@code job:1:<id>:cancel}. */
public final class CancelData {

  /** Name of the buttons of jobs. */
  public static final String KIND = "job";

  // Of the 64 bytes that Telegram takes the signature has nine.
  private static final int LONGEST = 55;
  // The version, which changes with what follows it; buttons of another one work no longer.
  private static final String VERSION = "1";
  private static final Pattern CHOICE = Pattern.compile(VERSION + ":([a-z0-9_-]{1,64}):cancel");

  private CancelData() {}

  /** Empty for ids that are too long for a button; those that Herald makes are not. */
  static Optional<String> of(String job) {
    return Optional.of(KIND + ':' + VERSION + ':' + job + ":cancel")
        .filter(data -> data.length() <= LONGEST);
  }

  /** The job that a press wants to end; empty when the button is of another version. */
  public static Optional<String> job(String choice) {
    Matcher found = CHOICE.matcher(choice);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
