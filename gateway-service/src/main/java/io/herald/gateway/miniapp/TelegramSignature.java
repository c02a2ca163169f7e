package io.herald.gateway.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The signature that Telegram makes for third parties, Ed25519: it proves the data of a bot whose
 * token is somebody else's.
 *
 * @see <a
 *     href="https://core.telegram.org/bots/webapps#validating-data-for-third-party-use">Validating
 *     data for third-party use</a>
 */
final class TelegramSignature implements Signature {

  /** Telegram's public key, hexadecimal, from the page above. */
  static final String TELEGRAM = "e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d";

  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_BYTES = 32;
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{86}(==)?"); // 64 bytes
  private static final Set<String> UNSIGNED = Set.of("hash", "signature");

  private final byte[] beginning;
  private final PublicKey key;

  /**
   * For the data of that bot.
   *
   * @param bot the bot's id at Telegram: its token's part before the colon
   * @param key the signer's key, see {@link #key}
   */
  TelegramSignature(long bot, PublicKey key) {
    this.beginning = (bot + ":WebAppData\n").getBytes(UTF_8);
    this.key = key;
  }

  /**
   * A public key as RFC 8032 writes it.
   *
   * @param hex 32 bytes
   * @throws IllegalArgumentException when that is no point of the curve
   */
  static PublicKey key(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("not 32 bytes");
    }
    boolean odd = bytes[KEY_BYTES - 1] < 0; // The highest bit of the last, little end first.
    bytes[KEY_BYTES - 1] &= 0x7f;
    var point = new EdECPoint(odd, new BigInteger(1, reversed(bytes)));
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key of Ed25519", e);
    }
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Override
  public boolean isOn(InitData data) {
    String signature = data.value("signature");
    return TEXT.matcher(signature).matches()
        && verify(Base64.getUrlDecoder().decode(signature), data.without(UNSIGNED));
  }

  private boolean verify(byte[] signature, byte[] pairs) {
    try {
      var verifier = java.security.Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(beginning);
      verifier.update(pairs);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // A signature can be such that no arithmetic is possible with it.
    }
  }
}
