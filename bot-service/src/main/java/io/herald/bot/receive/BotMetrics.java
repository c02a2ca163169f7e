package io.herald.bot.receive;

import io.herald.bot.command.Reaction;
import io.herald.bot.update.Update;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Figures of the bot service.
 *
 * <ul>
 *   <li>{@code herald.bot.updates}, tags {@code kind} and {@code outcome} ({@code replied}, {@code
 *       refused}, {@code ignored}): updates that were handled to the end. Their sum and the dead
 *       letters of the topic ({@code herald.dead.letters}) are all updates read, replays included.
 *   <li>{@code herald.bot.commands}, tags {@code command} and {@code outcome}: the replied and
 *       refused ones of the above by what they were about. Alert on a rise of {@code refused}.
 *   <li>{@code herald.bot.handling}: from the record's arrival to its replies' durability. Alert
 *       when its maximum stays over seconds: Kafka does not take the replies.
 * </ul>
 */
final class BotMetrics {

  private final MeterRegistry meters;
  private final Timer handling;

  BotMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.handling = Timer.builder("herald.bot.handling").register(meters);
  }

  void handled(Update update, Reaction reaction, long startedNanos) {
    String outcome = reaction.verdict().name().toLowerCase(Locale.ROOT);
    meters.counter("herald.bot.updates", "kind", update.kind(), "outcome", outcome).increment();
    if (reaction.verdict() != Reaction.Verdict.IGNORED) {
      meters
          .counter("herald.bot.commands", "command", reaction.subject(), "outcome", outcome)
          .increment();
    }
    handling.record(Duration.ofNanos(System.nanoTime() - startedNanos));
  }
}
