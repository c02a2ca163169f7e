package io.herald.gateway.notify;

import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.Violation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The header by which a caller says that a request is the same one again. */
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /**
   * The key, where one is sent along.
   *
   * @throws InvalidNotification when it is not 1 to 255 visible ASCII characters
   */
  static Optional<String> of(HttpHeaders headers) {
    String key = headers.getFirst(HEADER);
    if (key == null) {
      return Optional.empty();
    }
    if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > 32 && c < 127)) {
      throw new InvalidNotification(
          List.of(
              new Violation("", "the header " + HEADER + " must be 1 to 255 visible characters")));
    }
    return Optional.of(key);
  }
}
