package io.herald.telegram.flood;

import io.herald.model.topic.Lane;
import org.jspecify.annotations.Nullable;

/** The budget of a bot over all its chats. Times in microseconds. */
final class BotBudget {

  /** Tokens when it is not known what was used before, or after a freeze. */
  static final long FEW = 5;

  private final Bucket bucket;
  private final LearnedRate learned;
  private final RateWindow window = new RateWindow();
  private final Incidents incidents = new Incidents();
  private final GuaranteedShare standard = new GuaranteedShare(5);
  private final GuaranteedShare bulk = new GuaranteedShare(10);

  private long fullAt;
  private int replicas = 1;

  BotBudget(Ceilings ceilings) {
    this.bucket = ceilings.botBucket();
    this.learned = new LearnedRate(ceilings.bot().perThousandSeconds(), bucket.interval());
  }

  /** How long the lane has to wait; 0: it has taken a token. */
  long take(Lane lane, long now) {
    if (fullAt == 0) {
      distrust(now);
    }
    Bucket paced = paced(now);
    GuaranteedShare share = shareOf(lane);
    if (share != null) {
      share.asks(now, paced.interval());
    }
    long pause = pause(lane, paced, now);
    if (pause > 0) {
      if (share != null) {
        share.refused(now, pause);
      }
      return pause;
    }
    fullAt = paced.take(fullAt, now);
    window.count(now);
    if (share != null) {
      share.served(now, paced.interval());
    }
    return 0;
  }

  private long pause(Lane lane, Bucket paced, long now) {
    long pause = paced.pause(fullAt, now, reserve(lane, paced) + owedBelow(lane, paced, now));
    GuaranteedShare share = shareOf(lane);
    if (share != null) {
      pause = Math.min(pause, Math.max(share.pause(now), paced.pause(fullAt, now, 0)));
    }
    return Math.max(pause, incidents.frozenUntil() - now);
  }

  /** What a lane leaves for those above it, so that they need not wait behind it. */
  private static long reserve(Lane lane, Bucket paced) {
    long spare = paced.depth() - paced.interval();
    return switch (lane) {
      case INTERACTIVE -> 0;
      case STANDARD -> Math.min(paced.interval(), spare);
      case BULK -> Math.min(bulkReserve(paced), spare);
    };
  }

  // A tenth, but neither too little for a few replies at once nor more than any number of them
  // needs.
  private static long bulkReserve(Bucket paced) {
    return Math.clamp(paced.depth() / 10, 3 * paced.interval(), 30 * paced.interval());
  }

  private long owedBelow(Lane lane, Bucket paced, long now) {
    long owed = 0;
    if (lane == Lane.INTERACTIVE && standard.isOwed(now)) {
      owed += paced.interval();
    }
    if (lane != Lane.BULK && bulk.isOwed(now)) {
      owed += paced.interval();
    }
    return owed;
  }

  private @Nullable GuaranteedShare shareOf(Lane lane) {
    return switch (lane) {
      case INTERACTIVE -> null;
      case STANDARD -> standard;
      case BULK -> bulk;
    };
  }

  /** Telegram refused a call for that chat until then. True when the bot as a whole is too fast. */
  boolean flooded(String chat, long now, long until) {
    if (fullAt == 0) {
      distrust(now);
    }
    Incidents.Meaning meaning = incidents.report(chat, now, until);
    if (meaning == Incidents.Meaning.CHAT) {
      return false;
    }
    if (meaning == Incidents.Meaning.NEW) {
      learned.cut(window.measured(now) * replicas, now, incidents.frozenUntil());
    }
    window.restart(incidents.frozenUntil());
    haveFew(now, incidents.frozenUntil());
    return meaning == Incidents.Meaning.NEW;
  }

  /** It is not known what others have used: it goes on with a few tokens at most. */
  void distrust(long now) {
    haveFew(now, now);
  }

  // All sharers together have a few.
  private void haveFew(long now, long moment) {
    fullAt = paced(now).atMost(FEW * learned.interval(now), fullAt, moment);
  }

  /** From now on the rate is shared with others who can't be seen. */
  void shareWith(int sharers) {
    replicas = sharers;
  }

  void adopt(long rate, long now) {
    learned.adopt(rate, now);
  }

  long rate(long now) {
    return learned.at(now);
  }

  long used(long now) {
    return window.rate(now) * replicas;
  }

  private Bucket paced(long now) {
    return bucket.paced(learned.interval(now) * replicas);
  }
}
