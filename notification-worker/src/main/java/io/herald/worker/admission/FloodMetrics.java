package io.herald.worker.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Figures of flood control.
 *
 * <ul>
 *   <li>{@code herald.flood.rate}, tag {@code bot}: calls per second that the bot may make at
 *       present, all workers together: the ceiling, or what was learned. Alert when it stays below
 *       the ceiling for long: Telegram allows less than is configured.
 *   <li>{@code herald.flood.used}, tag {@code bot}: the part of that rate that was used over the
 *       last 8 to 16 s, 0 to about 1; a burst after a quiet time may lift it above. Near 1 for long
 *       means that messages wait for the budget.
 *   <li>{@code herald.flood.refusals}, tags {@code bot} and {@code scope}: 429s. {@code chat}: all
 *       of them; {@code bot}: incidents in which the bot as a whole was too fast, each of which cut
 *       its rate, and of which each has at least two of the former. Alert on {@code bot}.
 *   <li>{@code herald.flood.local}, tag {@code bot}: decisions that this worker made alone since
 *       Redis did not answer. Alert when it grows.
 * </ul>
 */
final class FloodMetrics {

  private static final long QUIET_MICROS = 20_000_000;

  private record Figures(long rate, long used, long at) {}

  private final Map<String, Figures> figures = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final LongSupplier nowMicros;

  FloodMetrics(MeterRegistry meters, LongSupplier nowMicros) {
    this.meters = meters;
    this.nowMicros = nowMicros;
  }

  /** What is known of a bot now, in calls per 1000 s. */
  void known(String bot, long rate, long used) {
    Figures now = new Figures(rate, used, nowMicros.getAsLong());
    if (figures.put(bot, now) == null) {
      meters.gauge("herald.flood.rate", tags(bot), this, self -> self.rate(bot));
      meters.gauge("herald.flood.used", tags(bot), this, self -> self.used(bot));
    }
  }

  void refused(String bot, String scope) {
    Counter.builder("herald.flood.refusals")
        .tags("bot", bot, "scope", scope)
        .register(meters)
        .increment();
  }

  void decidedAlone(String bot, int asks) {
    meters.counter("herald.flood.local", "bot", bot).increment(asks);
  }

  private double rate(String bot) {
    Figures known = figures.get(bot);
    return known == null ? 0 : known.rate() / 1e3;
  }

  private double used(String bot) {
    Figures known = figures.get(bot);
    boolean quiet = known == null || nowMicros.getAsLong() - known.at() > QUIET_MICROS;
    return quiet ? 0 : (double) known.used() / known.rate();
  }

  private static Tags tags(String bot) {
    return Tags.of("bot", bot);
  }
}
