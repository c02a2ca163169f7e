package io.herald.bot.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids by which a person and an operator can talk about the same failure. */
final class FailureId {

  private static final int BYTES = 4;

  private FailureId() {}

  /** Eight characters of {@code 0-9a-f}, the same for the same cause. */
  static String of(String cause) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
