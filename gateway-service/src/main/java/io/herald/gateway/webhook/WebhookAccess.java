package io.herald.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.config.AddressRange;
import io.herald.runtime.config.Bots;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides whether a request is Telegram's: a known bot, its secret, and where from. */
final class WebhookAccess {

  private static final Answer UNKNOWN_BOT =
      Answer.refused(404, "no bot of that name is configured");
  private static final Answer WRONG_SECRET =
      Answer.refused(401, "X-Telegram-Bot-Api-Secret-Token is missing or wrong");
  private static final Answer WRONG_SOURCE =
      Answer.refused(403, "webhooks are not accepted from this address");

  private final Map<String, byte[]> secrets;
  private final byte[] previous;
  private final List<AddressRange> sources;

  /**
   * @param previous a secret that is accepted as well, for every bot; empty: none
   */
  WebhookAccess(Map<String, byte[]> secrets, String previous, List<AddressRange> sources) {
    this.secrets = Map.copyOf(secrets);
    this.previous = previous.getBytes(UTF_8);
    this.sources = List.copyOf(sources);
  }

  /** Secrets by bot, the common one for bots without their own. */
  static Map<String, byte[]> secrets(Bots bots, String common) {
    return bots.bots().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> secret(e.getValue(), common)));
  }

  private static byte[] secret(Bots.Bot bot, String common) {
    return (bot.webhookSecret().isEmpty() ? common : bot.webhookSecret()).getBytes(UTF_8);
  }

  /** Empty when the request is Telegram's, else why it is not. */
  Optional<Answer> refusal(String bot, @Nullable String secret, InetAddress client) {
    byte[] expected = secrets.get(bot);
    if (expected == null) {
      return Optional.of(UNKNOWN_BOT);
    }
    if (secret == null || !isRight(expected, secret.getBytes(UTF_8))) {
      return Optional.of(WRONG_SECRET);
    }
    return fromSource(client) ? Optional.empty() : Optional.of(WRONG_SOURCE);
  }

  // Constant time: the answer's speed must not tell how much of a guess was right.
  private boolean isRight(byte[] expected, byte[] given) {
    return MessageDigest.isEqual(expected, given)
        || previous.length > 0 && MessageDigest.isEqual(previous, given);
  }

  private boolean fromSource(InetAddress client) {
    return sources.isEmpty() || sources.stream().anyMatch(range -> range.contains(client));
  }
}
