package io.herald.gateway.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of notifications that were sent without one. */
final class NewId {

  private static final long VERSION_7 = 0x7000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long BELOW_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

  private NewId() {}

  /** One that nobody has, a UUID that sorts by time (RFC 9562, version 7). */
  static String random() {
    var random = ThreadLocalRandom.current();
    long time = System.currentTimeMillis() << 16;
    return new UUID(
            time | VERSION_7 | random.nextLong(0x1000), VARIANT | random.nextLong() & BELOW_VARIANT)
        .toString();
  }

  /**
   * The one that stands for a caller's {@code Idempotency-Key}.
   *
   * @param caller tells apart who may use the same key
   * @param index the notification's place in its batch, from 0
   */
  static String derived(String caller, String key, int index) {
    byte[] hash = sha256((caller + '\n' + key).getBytes(UTF_8));
    String id = "ik-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    return index == 0 ? id : id + '-' + index;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
