package io.herald.emulator.bulk;

import io.herald.emulator.chat.ConversationKey;
import io.herald.emulator.conversation.ReplyListener;
import io.herald.emulator.journal.Unanswered;
import io.herald.emulator.update.Update;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All bulk runs; a reply counts for the youngest run that wrote in its chat. */
public final class BulkRuns implements ReplyListener {
  private static final int MOST = 50;

  private final Clock clock;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, BulkRun> runs = new ConcurrentSkipListMap<>();
  private final Map<ConversationKey, BulkRun> owners = new ConcurrentHashMap<>();

  public BulkRuns(Clock clock) {
    this.clock = clock;
  }

  BulkRun open(BulkOrder order) {
    BulkRun run = new BulkRun(lastId.incrementAndGet(), order, clock.millis());
    runs.put(run.id(), run);
    if (runs.size() > MOST) {
      forget(runs.keySet().iterator().next());
    }
    return run;
  }

  private void forget(long id) {
    BulkRun old = runs.remove(id);
    owners.values().removeIf(run -> run == old);
  }

  void own(ConversationKey key, BulkRun run) {
    owners.put(key, run);
  }

  public @Nullable BulkRun get(long id) {
    return runs.get(id);
  }

  public List<BulkRun> all() {
    return List.copyOf(runs.values());
  }

  @Override
  public void replied(
      ConversationKey key,
      String text,
      Unanswered.@Nullable Question question,
      double latencyMs,
      long nowMs) {
    BulkRun run = owners.isEmpty() ? null : owners.get(key);
    if (run != null) {
      run.replied(key.chat(), text, question, latencyMs, nowMs);
    }
  }

  /** A bot took an update. */
  public void acknowledged(Update update) {
    BulkRun run = update.run() == 0 ? null : runs.get(update.run());
    if (run != null) {
      run.acknowledged(clock.millis());
    }
  }

  public void clear() {
    runs.values().forEach(BulkRun::stop);
    runs.clear();
    owners.clear();
  }
}
