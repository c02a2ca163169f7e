package io.herald.runtime.blob;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where an uploaded file lies and how to know it again. As text it is URL-safe and can't be
 * guessed, because the key of its pieces is part of it.
 *
 * @param partition partition of {@code herald.blobs}
 * @param first offset of its first piece
 * @param span how far behind it the last piece lies; pieces of other files may lie between
 * @param size bytes of the file
 * @param key Kafka key of its pieces, {@value #KEY_BYTES} random bytes
 * @param hash the first {@value #HASH_BYTES} bytes of its SHA-256
 */
record BlobId(int partition, long first, int span, int size, byte[] key, byte[] hash) {

  private static final byte VERSION = 1;
  private static final int KEY_BYTES = 16;
  private static final int HASH_BYTES = 12;
  private static final int LENGTH =
      Byte.BYTES + Short.BYTES + Long.BYTES + 2 * Integer.BYTES + KEY_BYTES + HASH_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The key of a new upload. */
  static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  /** What is kept of a file's hash. */
  static byte[] hash(byte[] file) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(file), HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Empty when the text is no id. */
  static Optional<BlobId> parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      boolean ours = bytes.length == LENGTH && bytes[0] == VERSION;
      return ours ? Optional.of(read(bytes)).filter(id -> id.isSound(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static BlobId read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
    short partition = buffer.getShort();
    long first = buffer.getLong();
    int span = buffer.getInt();
    int size = buffer.getInt();
    byte[] key = new byte[KEY_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    buffer.get(key).get(hash);
    return new BlobId(partition, first, span, size, key, hash);
  }

  private boolean isSound(String text) {
    return partition >= 0
        && first >= 0
        && span >= 0
        && size > 0
        && size <= Blobs.MOST_BYTES
        && toString().equals(text);
  }

  /** Offset of its last piece. */
  long last() {
    return first + span;
  }

  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(LENGTH)
            .put(VERSION)
            .putShort((short) partition)
            .putLong(first)
            .putInt(span)
            .putInt(size)
            .put(key)
            .put(hash)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
