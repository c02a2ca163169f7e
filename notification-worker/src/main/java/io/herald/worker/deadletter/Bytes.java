package io.herald.worker.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes of a record as they are shown.
 *
 * @param text the bytes as UTF-8, or as Base64
 * @param encoding {@code utf-8} or {@code base64}
 */
record Bytes(String text, String encoding) {

  /** As text where it is UTF-8. */
  static Bytes of(byte[] bytes) {
    return utf8(bytes).map(text -> new Bytes(text, "utf-8")).orElseGet(() -> base64(bytes));
  }

  /** As text where it is JSON. */
  static Bytes json(byte[] bytes) {
    return isJson(bytes) ? of(bytes) : base64(bytes);
  }

  private static Bytes base64(byte[] bytes) {
    return new Bytes(Base64.getEncoder().encodeToString(bytes), "base64");
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      // A decoder of its own reports what a String would replace.
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isJson(byte[] bytes) {
    try {
      return !JsonMapper.shared().readTree(bytes).isMissingNode();
    } catch (JacksonException e) {
      return false;
    }
  }
}
