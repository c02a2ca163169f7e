package io.herald.worker.admission;

import io.herald.model.topic.Lane;
import io.herald.telegram.flood.Ceilings;
import io.herald.telegram.flood.FloodControl;
import io.herald.telegram.flood.Leave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gives leave by what this process alone knows: budgets and memory live in it and end with it. It
 * is what decides while Redis is away, and all there is in tests. Safe for concurrent use.
 */
public final class LocalAdmission implements Admission, SendLedger {

  // An answer that took longer says when Telegram may have counted the call; else the margin does.
  private static final long LATE = 25_000;

  private final OwnMemory memory = new OwnMemory();
  private final Map<String, FloodControl> bots = new ConcurrentHashMap<>();
  private final Ceilings ceilings;
  private final LongSupplier nowMicros;

  /**
   * @param nowMicros a clock that only goes forward, in microseconds, above 0
   */
  public LocalAdmission(Ceilings ceilings, LongSupplier nowMicros) {
    this.ceilings = ceilings;
    this.nowMicros = nowMicros;
  }

  @Override
  public Mono<List<Verdict>> ask(String bot, List<AskToSend> asks) {
    return Mono.fromSupplier(() -> decide(bot, asks));
  }

  List<Verdict> decide(String bot, List<AskToSend> asks) {
    long now = nowMicros.getAsLong();
    List<Verdict> verdicts = new ArrayList<>(asks.size());
    for (AskToSend ask : asks) {
      verdicts.add(decide(bot, ask, now));
    }
    return verdicts;
  }

  private Verdict decide(String bot, AskToSend ask, long now) {
    OwnMemory.Fate fate = memory.fate(ask.id());
    if (fate instanceof OwnMemory.Fate.Sent sent) {
      return new Verdict.AlreadySent(sent.messageId());
    }
    String reason = memory.suspension(bot, ask.chat());
    if (reason != null && ask.lane() != Lane.INTERACTIVE) {
      return new Verdict.Suspended(reason);
    }
    boolean uncertain = fate != null && !ask.again();
    if (uncertain && ask.dropIfUncertain()) {
      return new Verdict.Uncertain();
    }
    Long edits = memory.replaced(bot, ask.chat(), ask.replaceKey());
    Verdict wait = ask.free() ? null : waiting(bot, ask, edits != null, now);
    if (wait != null) {
      return wait;
    }
    begins(ask, reason != null, now);
    return new Verdict.Go(uncertain, edits);
  }

  private @Nullable Verdict waiting(String bot, AskToSend ask, boolean edit, long now) {
    FloodControl flood = flood(bot);
    Leave leave;
    synchronized (flood) {
      leave = flood.ask(ask.chat(), ask.lane(), edit, now);
    }
    Duration pause = micros(leave.pauseMicros());
    return switch (leave.kind()) {
      case GO -> null;
      case CHAT -> new Verdict.WaitForChat(pause);
      case BOT -> new Verdict.WaitForBot(pause);
    };
  }

  @Override
  public Mono<Void> flooded(String bot, String chat, Duration pause) {
    return Mono.fromRunnable(() -> noteFlood(bot, chat, pause));
  }

  /** Whether the bot as a whole was too fast, and this is the first that is heard of it. */
  boolean noteFlood(String bot, String chat, Duration pause) {
    FloodControl flood = flood(bot);
    synchronized (flood) {
      return flood.flooded(chat, pause.toNanos() / 1_000, nowMicros.getAsLong());
    }
  }

  @Override
  public Mono<Void> sent(
      String bot, String chat, String id, @Nullable String replaceKey, @Nullable Long messageId) {
    return Mono.fromRunnable(() -> noteSent(bot, chat, id, replaceKey, messageId));
  }

  /** What needs no asking: it went out, or its chat's budget is used up; null: it does. */
  @Nullable Verdict known(String bot, AskToSend ask) {
    if (memory.fate(ask.id()) instanceof OwnMemory.Fate.Sent sent) {
      return new Verdict.AlreadySent(sent.messageId());
    }
    if (ask.free()) {
      return null;
    }
    boolean edit = memory.replaced(bot, ask.chat(), ask.replaceKey()) != null;
    FloodControl flood = flood(bot);
    long pause;
    synchronized (flood) {
      pause = flood.chatPause(ask.chat(), edit, nowMicros.getAsLong());
    }
    return pause == 0 ? null : new Verdict.WaitForChat(micros(pause));
  }

  /** Whether this process has begun to send it and does not say itself what became of that. */
  boolean hasBegun(AskToSend ask) {
    return !ask.again() && memory.fate(ask.id()) instanceof OwnMemory.Fate.Sending;
  }

  /** Redis has decided; what went out counts here, too. */
  void note(String bot, List<AskToSend> asks, AskScript.Answer answer) {
    long now = nowMicros.getAsLong();
    for (int i = 0; i < asks.size(); i++) {
      AskToSend ask = asks.get(i);
      switch (answer.verdicts().get(i)) {
        case Verdict.Go go -> {
          begins(ask, answer.restores().get(i), now);
          if (!ask.free()) {
            with(bot, (flood, _) -> flood.took(ask.chat(), go.edits() != null, now));
          }
        }
        case Verdict.AlreadySent sent -> memory.sent(ask.id(), sent.messageId());
        default -> {}
      }
    }
  }

  private void begins(AskToSend ask, boolean restores, long now) {
    memory.begins(ask.id(), new OwnMemory.Fate.Sending(now, !ask.free(), restores));
  }

  /** What was known of the message before. */
  OwnMemory.@Nullable Fate noteSent(
      String bot, String chat, String id, @Nullable String replaceKey, @Nullable Long messageId) {
    OwnMemory.Fate before = memory.sent(id, messageId);
    if (replaceKey != null && messageId != null) {
      memory.replaces(bot, chat, replaceKey, messageId);
    }
    if (before instanceof OwnMemory.Fate.Sending sending) {
      if (sending.restores()) {
        memory.restores(bot, chat);
      }
      if (isLate(sending)) {
        with(bot, (flood, now) -> flood.answered(chat, now));
      }
    }
    return before;
  }

  boolean isLate(OwnMemory.Fate.Sending sending) {
    return sending.counted() && nowMicros.getAsLong() - sending.since() > LATE;
  }

  @Override
  public Mono<Void> released(String bot, String id) {
    return Mono.fromRunnable(() -> memory.released(id));
  }

  @Override
  public Mono<Void> forgotten(String bot, String chat, String replaceKey) {
    return Mono.fromRunnable(() -> memory.replaces(bot, chat, replaceKey, null));
  }

  @Override
  public Mono<Void> suspended(String bot, String chat, String reason) {
    return Mono.fromRunnable(() -> memory.suspends(bot, chat, reason));
  }

  /** The contact is back, as far as this process knows. */
  public void restored(String bot, String chat) {
    memory.restores(bot, chat);
  }

  OwnMemory memory() {
    return memory;
  }

  void with(String bot, ObjLongConsumer<FloodControl> work) {
    FloodControl flood = flood(bot);
    synchronized (flood) {
      work.accept(flood, nowMicros.getAsLong());
    }
  }

  private FloodControl flood(String bot) {
    return bots.computeIfAbsent(bot, _ -> new FloodControl(ceilings));
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }
}
