package io.herald.gateway.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether {@code initData} is Telegram's and young enough, and whose it is. A pure function
 * of the data and the time.
 */
final class CheckInitData {

  /** What is found out. */
  sealed interface Finding {

    /**
     * Telegram says who it is.
     *
     * @param user Telegram's user id, decimal; it is their private chat with any bot, too
     */
    record Proven(String user) implements Finding {}

    /** Telegram did not write it, or somebody has changed it since. */
    record Forged() implements Finding {}

    /** It is Telegram's, but from long ago, or from a time that is not yet. */
    record Stale() implements Finding {}

    /** It is Telegram's and names no user: the app was opened from a keyboard button or so. */
    record NoUser() implements Finding {}
  }

  // Clocks of two machines differ a little.
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private final List<Signature> signatures;
  private final Duration maxAge;

  /**
   * @param signatures any of them will do
   * @param maxAge how old {@code auth_date} may be
   */
  CheckInitData(List<Signature> signatures, Duration maxAge) {
    this.signatures = List.copyOf(signatures);
    this.maxAge = maxAge;
  }

  Finding check(String initData, Instant now) {
    return InitData.parse(initData)
        .filter(data -> signatures.stream().anyMatch(signature -> signature.isOn(data)))
        .map(data -> authentic(data, now))
        .orElseGet(Finding.Forged::new);
  }

  private Finding authentic(InitData data, Instant now) {
    return isYoung(data.value("auth_date"), now)
        ? user(data).<Finding>map(Finding.Proven::new).orElseGet(Finding.NoUser::new)
        : new Finding.Stale();
  }

  private boolean isYoung(String seconds, Instant now) {
    if (!SECONDS.matcher(seconds).matches()) {
      return false;
    }
    Instant written = Instant.ofEpochSecond(Long.parseLong(seconds));
    return !written.isBefore(now.minus(maxAge)) && !written.isAfter(now.plus(SKEW));
  }

  private static Optional<String> user(InitData data) {
    try {
      return Optional.of(Json.read(data.value("user").getBytes(UTF_8), User.class).id())
          .filter(id -> id > 0)
          .map(String::valueOf);
    } catch (MalformedRecord e) {
      return Optional.empty();
    }
  }

  private record User(long id) {}
}
