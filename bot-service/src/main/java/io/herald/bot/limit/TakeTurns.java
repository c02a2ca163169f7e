package io.herald.bot.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.herald.bot.update.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives everybody the same share of the bots, admins as well: a bucket of tokens for each person,
 * one for every command, press and text. In memory, since updates of a chat come to one replica;
 * who writes in chats of several replicas has a share at each. The person who was seen longest ago
 * is forgotten when there are very many: they begin with a full bucket again.
 *
 * <p>{@code herald.bot.waits}: how long people were told to wait; its count is the waits begun,
 * {@code herald.bot.commands} with outcome {@code throttled} what was refused during them. Alert
 * when the count rises over many minutes: somebody floods, or the rate is too low.
 */
public final class TakeTurns {

  private static final long MOST_PEOPLE = 100_000;

  private final Cache<Long, Visitor> visitors;
  private final LimitSettings settings;
  private final LongSupplier nanoTime;
  private final Timer waits;

  private static final class Visitor {
    private final Bucket bucket;
    private long toldUntil;
    private boolean told;

    Visitor(Bucket bucket) {
      this.bucket = bucket;
    }
  }

  /**
   * Wires it.
   *
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public TakeTurns(LimitSettings settings, LongSupplier nanoTime, MeterRegistry meters) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.visitors =
        Caffeine.newBuilder()
            .maximumSize(MOST_PEOPLE)
            .ticker(nanoTime::getAsLong)
            .expireAfterAccess(settings.untilFull().plus(Duration.ofMinutes(1)))
            .build();
    this.waits = Timer.builder("herald.bot.waits").register(meters);
  }

  /** Whether it is that person's turn, which it takes if it is. */
  public Turn take(Person person) {
    Visitor visitor = visitors.get(person.id(), _ -> new Visitor(bucket()));
    synchronized (visitor) {
      var probe = visitor.bucket.tryConsumeAndReturnRemaining(1);
      return probe.isConsumed() ? now(visitor) : later(visitor, probe.getNanosToWaitForRefill());
    }
  }

  private static Turn now(Visitor visitor) {
    visitor.told = false;
    return Turn.NOW;
  }

  private Turn later(Visitor visitor, long nanos) {
    long now = nanoTime.getAsLong();
    boolean isFirst = !visitor.told || now - visitor.toldUntil >= 0;
    if (isFirst) {
      visitor.told = true;
      visitor.toldUntil = now + nanos;
      waits.record(Duration.ofNanos(nanos));
    }
    return new Turn.Later(Duration.ofNanos(nanos), isFirst);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity(settings.burst())
                .refillGreedy(settings.rate().count(), settings.rate().period()))
        .withCustomTimePrecision(new Clock(nanoTime))
        .build();
  }

  private record Clock(LongSupplier nanoTime) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return nanoTime.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
