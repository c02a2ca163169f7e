package io.herald.emulator.update;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Long polling: confirms what is below the offset, then answers what waits, or waits itself. */
public final class PollUpdates {
  private static final int SHORTEST_REPEAT_S = 3;

  private final Clock clock;
  private final Scheduler timer;
  private final UpdateJournal journal;

  public PollUpdates(Clock clock, Scheduler timer, UpdateJournal journal) {
    this.clock = clock;
    this.timer = timer;
    this.journal = journal;
  }

  /** Updates, or why the call was ended by someone else. */
  public sealed interface Polled {}

  public record Updates(List<Update> updates) implements Polled {}

  public record Interrupted(LongPoll.Ended reason) implements Polled {}

  /**
   * Polls once.
   *
   * @param timeoutSeconds 0–50
   */
  public Mono<Polled> poll(Bot bot, int offset, int limit, int timeoutSeconds) {
    bot.updates().confirm(offset).forEach(journal::acknowledged);
    boolean repeats = bot.longPoll().repeats(offset, clock.millis());
    int seconds = repeats ? Math.max(timeoutSeconds, SHORTEST_REPEAT_S) : timeoutSeconds;
    List<Update> ready = bot.updates().first(limit, clock.millis());
    if (!ready.isEmpty() || seconds == 0) {
      bot.longPoll().end(LongPoll.Ended.OTHER_POLLER);
      return Mono.just(new Updates(ready));
    }
    return Mono.<Object>create(sink -> bot.longPoll().await(sink, () -> take(bot, limit)))
        .timeout(Duration.ofSeconds(seconds), Mono.just(new Updates(List.of())), timer)
        .map(PollUpdates::polled);
  }

  private @Nullable Object take(Bot bot, int limit) {
    List<Update> ready = bot.updates().first(limit, clock.millis());
    return ready.isEmpty() ? null : new Updates(ready);
  }

  private static Polled polled(Object answer) {
    return answer instanceof LongPoll.Ended reason ? new Interrupted(reason) : (Updates) answer;
  }
}
