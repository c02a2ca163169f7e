package io.herald.runtime.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a message waits, was not sent or failed. */
public final class PlainWords {

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("disabled", "the recipient has switched notifications off"),
          Map.entry("priority", "the recipient wants only more urgent notifications"),
          Map.entry("cooldown", "the recipient got one of this source and kind a while ago"),
          Map.entry("duplicate", "another one with the same dedupe key was sent within its window"),
          Map.entry("quiet_hours", "it waits for the end of the recipient's quiet hours"),
          Map.entry("not_before", "it waits until it is due"),
          Map.entry("not_linked", "no Telegram is linked"),
          Map.entry("blob_gone", "the uploaded file does not exist any more"));

  private PlainWords() {}

  /** The error's own words where there are any, else those for its class; null: neither is. */
  public static @Nullable String of(@Nullable String errorClass, @Nullable String error) {
    if (error != null && !error.isBlank()) {
      return error;
    }
    return errorClass == null ? null : KNOWN.getOrDefault(errorClass, errorClass.replace('_', ' '));
  }
}
