package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what goes out and comes back through people's hands, with HMAC-SHA256 and a key that all
 * services share. What is signed is a list of parts, each with its length, so that no two lists are
 * signed alike; its first part should name what it is for.
 */
public final class Signing {

  /** Characters of a short signature. */
  public static final int SHORT = 8;

  private static final String ALGORITHM = "HmacSHA256";

  private final SigningKey key;
  private final Optional<byte[]> previous;

  /**
   * @param previous what was signed with it is still good
   */
  Signing(SigningKey key, Optional<byte[]> previous) {
    this.key = key;
    this.previous = previous;
  }

  /** Signs with that key, at least 32 bytes. */
  public static Signing with(byte[] key) {
    return new Signing(SigningKey.configured(key), Optional.empty());
  }

  /**
   * Whether the key was set by an operator. Otherwise what is signed now holds for as long as Redis
   * keeps its data: enough for a button, not for a link that is to last.
   */
  public boolean isConfigured() {
    return key.isConfigured();
  }

  /** The signature of these parts: 43 characters of {@code A-Za-z0-9_-}. */
  public String sign(String... parts) {
    return signed(key.bytes(), parts);
  }

  /** Whether that is the whole signature of these parts; takes as long for every wrong one. */
  public boolean isValid(String signature, String... parts) {
    return isEqual(sign(parts), signature)
        || previous.map(old -> isEqual(signed(old, parts), signature)).orElse(false);
  }

  /**
   * The first {@value #SHORT} characters (48 bits) of the signature, for places without room for
   * more. For what can be tried only slowly and does not outlast its purpose.
   */
  public String signShort(String... parts) {
    return shortened(sign(parts));
  }

  /** Whether that is the short signature of these parts; takes as long for every wrong one. */
  public boolean isValidShort(String signature, String... parts) {
    return isEqual(signShort(parts), signature)
        || previous.map(old -> isEqual(shortened(signed(old, parts)), signature)).orElse(false);
  }

  private static boolean isEqual(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static String shortened(String signature) {
    return signature.substring(0, SHORT);
  }

  private static String signed(byte[] key, String... parts) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, parts));
  }

  private static byte[] mac(byte[] key, String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
