package io.herald.runtime.config;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a list of user ids as an operator writes it. */
public final class UserIds {

  // Telegram's user ids have at most 52 significant bits.
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");

  private UserIds() {}

  /**
   * The ids; empty for a blank or missing list.
   *
   * @param variable name for the message to the operator
   */
  public static Set<Long> parse(String variable, @Nullable String list) {
    if (list == null || list.isBlank()) {
      return Set.of();
    }
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .map(id -> checked(variable, id))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Long checked(String variable, String id) {
    if (!ID.matcher(id).matches()) {
      throw new InvalidSetting(
          variable, "holds something that is no user id; write numbers separated by commas");
    }
    return Long.valueOf(id);
  }
}
