package io.herald.gateway.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that only Telegram and the bot's owner can make: an HMAC whose key is made of the
 * bot's token.
 *
 * @see <a href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">
 *     Validating data received via the Mini App</a>
 */
final class BotSignature implements Signature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  // The third party's signature is one of the signed pairs.
  private static final Set<String> UNSIGNED = Set.of("hash");

  private final byte[] secret;

  /**
   * Of that bot.
   *
   * @param token the bot's token; a secret
   */
  BotSignature(String token) {
    this.secret = hmac("WebAppData".getBytes(UTF_8), token.getBytes(UTF_8));
  }

  @Override
  public boolean isOn(InitData data) {
    String hash = data.value("hash");
    return HASH.matcher(hash).matches()
        && MessageDigest.isEqual(
            HexFormat.of().parseHex(hash), hmac(secret, data.without(UNSIGNED)));
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }
}
