package io.herald.emulator.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what Telegram finds in any text: commands, mentions, hashtags, addresses of web and mail.
 */
public final class DetectEntities {
  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
  private static final String WORD_BEFORE = "(?<![\\w/@#$.])";

  private record Finder(EntityKind kind, char mark, Pattern pattern) {}

  /** In order of precedence: an earlier find shadows a later one that overlaps it. */
  private static final List<Finder> FINDERS =
      List.of(
          finder(
              EntityKind.URL,
              '.',
              "(?<![\\w@.])(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                  + "(?:[a-z]{2,18})(?::\\d{1,5})?(?![\\w@])(?:[/?#][^\\s<>\"«»]*[^\\s<>\"«».,;:!?')\\]])?/?",
              Pattern.CASE_INSENSITIVE),
          finder(
              EntityKind.EMAIL,
              '@',
              "(?<![\\w.+-])[a-z0-9_.+-]{1,64}@(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,18}(?!\\w)",
              Pattern.CASE_INSENSITIVE),
          finder(
              EntityKind.BOT_COMMAND,
              '/',
              "(?<![\\w/<>@#])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/<>])",
              0),
          finder(EntityKind.MENTION, '@', WORD_BEFORE + "@[A-Za-z0-9_]{3,32}(?!\\w)", FLAGS),
          finder(
              EntityKind.HASHTAG,
              '#',
              WORD_BEFORE + "#(?=\\w*[\\p{L}_])\\w{1,255}(?:@[A-Za-z0-9_]{3,32})?(?![\\w#])",
              FLAGS),
          finder(EntityKind.CASHTAG, '$', WORD_BEFORE + "\\$[A-Z]{1,8}(?![\\w$])", FLAGS));

  private static final List<String> TOP_LEVEL =
      List.of(
          "com org net io dev app ru de uk fr it es nl eu us ca pl ch at se no fi me info biz xyz"
              .split(" "));

  private DetectEntities() {}

  private static Finder finder(EntityKind kind, char mark, String regex, int flags) {
    return new Finder(kind, mark, Pattern.compile(regex, flags));
  }

  /** The text with found entities added; a find that overlaps a given link or code is left out. */
  public static FormattedText detect(FormattedText input) {
    List<TextEntity> all = new ArrayList<>(input.entities());
    for (Finder finder : FINDERS) {
      if (input.text().indexOf(finder.mark) >= 0) {
        find(finder, input.text(), all);
      }
    }
    if (all.size() == input.entities().size()) {
      return input;
    }
    return new FormattedText(input.text(), NestEntities.nest(all));
  }

  private static void find(Finder finder, String text, List<TextEntity> all) {
    Matcher matcher = finder.pattern.matcher(text);
    while (matcher.find()) {
      TextEntity found =
          TextEntity.of(finder.kind, matcher.start(), matcher.end() - matcher.start());
      if (isFree(found, all) && isPlausible(finder.kind, matcher.group())) {
        all.add(found);
      }
    }
  }

  private static boolean isFree(TextEntity found, List<TextEntity> all) {
    return all.stream()
        .noneMatch(other ->
            !other.kind().isStyle()
                && other.intersects(found)
                && !(other.kind().isBlockquote() && other.contains(found)));
  }

  /** Without a scheme only well-known endings are taken for web addresses: "read.me" is not one. */
  private static boolean isPlausible(EntityKind kind, String text) {
    if (kind != EntityKind.URL || text.contains("://")) {
      return true;
    }
    String host = text.toLowerCase(Locale.ROOT).split("[:/?#]", 2)[0];
    return TOP_LEVEL.contains(host.substring(host.lastIndexOf('.') + 1));
  }
}
