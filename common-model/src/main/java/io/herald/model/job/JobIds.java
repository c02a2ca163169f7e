package io.herald.model.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * Ids of jobs: the same cause gives the same id, however often it is handled; short enough for
 * people to type.
 */
public final class JobIds {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 10;
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  private JobIds() {}

  /** The id of the job that this caused, 10 letters and digits: 50 bits of a SHA-256. */
  public static String of(String cause) {
    byte[] digest = sha256(cause);
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << 8 | digest[i] & 0xff;
    }
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return id.toString();
  }

  /** Whether a job may have that id: 1 to 64 of {@code a-z0-9_-}, so that it can name a folder. */
  public static boolean isId(String id) {
    return FORM.matcher(id).matches();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
