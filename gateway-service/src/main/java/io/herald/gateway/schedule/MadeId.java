package io.herald.gateway.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.gateway.notify.Sender;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of schedules that were sent without one, and of requests to fire one. */
final class MadeId {

  private static final int BYTES = 16;

  private MadeId() {}

  /** A new one, or the one that stands for the caller's {@code Idempotency-Key}. */
  static String of(Sender sender) {
    String id = sender.newId(0);
    return sender.idempotencyKey().isPresent() ? "k-" + hash(id) : id;
  }

  // Of its bytes half are plenty, and a request's id is short.
  private static String hash(String id) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
