package io.herald.gateway.watch;

import io.herald.telegram.api.WebhookStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram says about one bot, tag {@code bot}; not a number while it is not known.
 *
 * <ul>
 *   <li>{@code herald.telegram.pending}: updates that wait at Telegram. Alert when there are some
 *       and none comes in.
 *   <li>{@code herald.telegram.token.accepted}: 1, or 0 after Telegram has refused the token. Alert
 *       on 0.
 *   <li>{@code herald.telegram.webhook.right}: 1 while updates go where they should: with webhooks
 *       to {@code PUBLIC_BASE_URL} (where that is not set, to any address), with polling to none.
 *       Alert on 0.
 *   <li>{@code herald.telegram.webhook.trouble}, tag {@code reason} ({@code certificate}, {@code
 *       answer}, {@code unreachable}, {@code other}): 1 for the reason why Telegram failed to
 *       deliver an update within the last five minutes, else 0. Alert on 1.
 * </ul>
 */
final class BotFigures {

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final String address;
  private volatile double accepted = Double.NaN;
  private volatile @Nullable Known known;

  private record Known(WebhookStatus status, Instant at) {}

  /**
   * Registers them.
   *
   * @param address what a webhook's address has to begin with; empty: there must be no webhook
   */
  BotFigures(String bot, String address, MeterRegistry meters) {
    this.address = address;
    gauge("herald.telegram.token.accepted", bot, meters, self -> self.accepted);
    gauge("herald.telegram.pending", bot, meters, BotFigures::pending);
    gauge("herald.telegram.webhook.right", bot, meters, BotFigures::right);
    for (Trouble reason : Trouble.values()) {
      Gauge.builder("herald.telegram.webhook.trouble", this, self -> self.trouble(reason))
          .tags("bot", bot, "reason", reason.word())
          .register(meters);
    }
  }

  private void gauge(
      String name, String bot, MeterRegistry meters, ToDoubleFunction<BotFigures> value) {
    Gauge.builder(name, this, value).tag("bot", bot).register(meters);
  }

  void answered(WebhookStatus status, Instant at) {
    accepted = 1;
    known = new Known(status, at);
  }

  void refused() {
    accepted = 0;
    known = null;
  }

  void unknown() {
    known = null;
  }

  private double pending() {
    Known now = known;
    return now == null ? Double.NaN : now.status().pendingUpdates();
  }

  private double right() {
    Known now = known;
    if (now == null) {
      return Double.NaN;
    }
    String url = now.status().url();
    boolean isRight = address.isEmpty() ? url.isEmpty() : url.startsWith(address);
    return isRight ? 1 : 0;
  }

  private double trouble(Trouble reason) {
    Known now = known;
    if (now == null) {
      return Double.NaN;
    }
    Instant failed = now.status().lastErrorAt();
    boolean isFresh = failed != null && failed.isAfter(now.at().minus(FRESH));
    return isFresh && Trouble.of(now.status().lastError()) == reason ? 1 : 0;
  }
}
