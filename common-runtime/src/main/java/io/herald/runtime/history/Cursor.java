package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list of notifications, newest first; to others an opaque word.
 *
 * @param at when the notification there was accepted, milliseconds since the epoch
 * @param id the notification's id
 */
public record Cursor(long at, String id) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,15}) (.+)", Pattern.DOTALL);
  private static final Comparator<Cursor> OLD_FIRST =
      Comparator.comparingLong(Cursor::at)
          .thenComparing(place -> place.id().getBytes(UTF_8), java.util.Arrays::compareUnsigned);

  /** The cursor that a page ended with; empty when it is none. */
  public static Optional<Cursor> parse(String word) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(word), UTF_8);
      Matcher found = FORM.matcher(text);
      return found.matches()
          ? Optional.of(new Cursor(Long.parseLong(found.group(1)), found.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The word for it. */
  String word() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
  }

  boolean isOlderThan(Cursor other) {
    return OLD_FIRST.compare(this, other) < 0;
  }
}
