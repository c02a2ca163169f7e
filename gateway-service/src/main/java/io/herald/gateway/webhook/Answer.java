package io.herald.gateway.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * What the webhook answers.
 *
 * @param status HTTP status
 * @param detail what was wrong, for a person; empty for 200, whose body stays empty because
 *     Telegram would execute it
 * @param retryAfter when to send again; Telegram honours it
 */
record Answer(int status, String detail, Optional<Duration> retryAfter) {

  static final Answer OK = new Answer(200, "", Optional.empty());

  static Answer refused(int status, String detail) {
    return new Answer(status, detail, Optional.empty());
  }

  static Answer later(int status, String detail, Duration after) {
    return new Answer(status, detail, Optional.of(after));
  }
}
