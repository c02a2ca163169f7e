package io.herald.scheduler.post;

import io.herald.model.schedule.Post;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the templates {@code post.succeeded} and {@code post.failed} are given. */
final class WritePost {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm '('VV')'", Locale.ENGLISH);
  private static final String SUPERGROUP = "-100";
  private static final int EXCERPT = 160;

  private WritePost() {}

  static Map<String, Object> data(Post post, Verdict verdict, ZoneId zone) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("platform", "Telegram");
    data.put("account", post.target());
    Optional.ofNullable(post.text()).ifPresent(text -> data.put("excerpt", excerpt(text)));
    if (verdict.isPublished()) {
      data.put("at", TIME.format(verdict.at().atZone(zone)).replace("(Z)", "(UTC)"));
      url(post, verdict).ifPresent(url -> data.put("url", url));
    } else {
      data.put("error", verdict.reason());
      if (verdict.attempts() > 0) {
        data.put("attempts", verdict.attempts());
      }
    }
    return data;
  }

  private static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + '…';
  }

  // Telegram's addresses of messages: by a public name for everybody, by a number for members.
  private static Optional<String> url(Post post, Verdict verdict) {
    if (verdict.messageIds().isEmpty()) {
      return Optional.empty();
    }
    long message = verdict.messageIds().getFirst();
    String target = post.target();
    if (target.startsWith("@")) {
      return Optional.of("https://t.me/" + target.substring(1) + '/' + message);
    }
    return target.startsWith(SUPERGROUP)
        ? Optional.of("https://t.me/c/" + target.substring(SUPERGROUP.length()) + '/' + message)
        : Optional.empty();
  }
}
