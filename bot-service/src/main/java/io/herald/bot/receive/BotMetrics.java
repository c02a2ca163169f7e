package io.herald.bot.receive;

import io.herald.bot.command.Reaction;
import io.herald.bot.update.Update;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Figures of the bot service.
 *
 * <ul>
 *   <li>{@code herald.bot.updates}, tags {@code kind} and {@code outcome}: updates that were
 *       handled to the end. Their sum and the dead letters of the topic ({@code
 *       herald.dead.letters}) are all updates read, replays included.
 *   <li>{@code herald.bot.commands}, tags {@code command} and {@code outcome}: those of the above
 *       that are not {@code ignored}, by what they were about. {@code replied} is as it should be;
 *       {@code usage} (written wrongly), {@code unknown} and {@code external} (another service's)
 *       tell of people, {@code refused} and {@code throttled} of people who may not. Alert on any
 *       {@code failed}, and on a rise of {@code refused}.
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

  void handled(Update update, Reaction reaction, Duration took) {
    String outcome = reaction.verdict().word();
    meters.counter("herald.bot.updates", "kind", update.kind(), "outcome", outcome).increment();
    if (reaction.verdict() != Reaction.Verdict.IGNORED) {
      meters
          .counter("herald.bot.commands", "command", reaction.subject(), "outcome", outcome)
          .increment();
    }
    handling.record(took);
  }
}
