package io.herald.emulator.update;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The known bots by token. Any well-formed token makes a bot, unless tokens are strict. */
public final class Bots {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,15}):[A-Za-z0-9_-]{3,}");

  private final Map<String, Bot> byToken = new ConcurrentHashMap<>();
  private final Consumer<Bot> onNewBot;
  private volatile boolean strict;

  public Bots(boolean strict, Consumer<Bot> onNewBot) {
    this.strict = strict;
    this.onNewBot = onNewBot;
  }

  public void beStrict(boolean newValue) {
    strict = newValue;
  }

  public boolean isStrict() {
    return strict;
  }

  public static boolean isWellFormed(String token) {
    return FORM.matcher(token).matches();
  }

  /** The bot of a token, null if the token is malformed or, in strict mode, unknown. */
  public @Nullable Bot byToken(String token) {
    Bot known = byToken.get(token);
    return known != null || strict ? known : register(token, null, null);
  }

  /** Makes a bot known, or renames it; null if the token is malformed or its id is taken. */
  public synchronized @Nullable Bot register(
      String token, @Nullable String username, @Nullable String firstName) {
    Matcher matcher = FORM.matcher(token);
    if (!matcher.matches()) {
      return null;
    }
    long id = Long.parseLong(matcher.group(1));
    Bot bot = byToken.get(token);
    if (bot != null) {
      bot.rename(
          username == null ? bot.username() : username,
          firstName == null ? bot.firstName() : firstName);
      return bot;
    }
    if (byId(id) != null) {
      return null;
    }
    Bot fresh =
        new Bot(
            id,
            username == null ? "emulated_" + id + "_bot" : username,
            firstName == null ? "Bot " + id : firstName);
    byToken.put(token, fresh);
    onNewBot.accept(fresh);
    return fresh;
  }

  public @Nullable Bot byId(long id) {
    return byToken.values().stream().filter(bot -> bot.id() == id).findFirst().orElse(null);
  }

  public @Nullable Bot byUsername(String username) {
    return byToken.values().stream()
        .filter(bot -> bot.username().equalsIgnoreCase(username))
        .findFirst()
        .orElse(null);
  }

  public List<Bot> all() {
    return byToken.values().stream().sorted(Comparator.comparingLong(Bot::id)).toList();
  }

  public void clear() {
    byToken.clear();
  }
}
