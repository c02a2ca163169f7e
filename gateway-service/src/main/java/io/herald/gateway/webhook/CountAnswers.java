package io.herald.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counter {@code herald.webhook.answers}, tag {@code status}: what requests to the webhook were
 * answered with, strangers' included. Every {@code 200} is an update that is durable; 4xx but 429
 * are requests that were not Telegram's or no updates; {@code 500} and {@code 503} make Telegram
 * send again. Alert when more than 1 of 100 of those is a failure for minutes.
 */
final class CountAnswers {

  private final Map<Integer, Counter> counters = new ConcurrentHashMap<>();
  private final MeterRegistry meters;

  CountAnswers(MeterRegistry meters) {
    this.meters = meters;
    counter(200);
    counter(500);
    counter(503);
  }

  void count(Answer answer) {
    counter(answer.status()).increment();
  }

  /** It ends as an internal error, which nobody foresaw. */
  void failed() {
    counter(500).increment();
  }

  private Counter counter(int status) {
    return counters.computeIfAbsent(
        status, code -> meters.counter("herald.webhook.answers", "status", String.valueOf(code)));
  }
}
