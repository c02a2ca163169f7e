package io.herald.worker.admission;

import io.herald.runtime.redis.RedisLink;
import io.herald.telegram.flood.FloodControl;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gives leave by budgets and claims in Redis, one round trip for each group of asks. What this
 * process knows by itself it need not ask: messages it has sent, and chats whose budget it has used
 * up, even when Redis has lost them.
 *
 * <p>Redis is gone or slow: the process decides alone, with its part of the bot's rate and its own
 * memory. A message that may go out twice is better than one that waits for an index.
 */
final class RedisAdmission implements Admission {

  // Far beyond what a script takes; a stall of Redis must not hold up the messages for longer.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** A bot as last seen. */
  private static final class Seen {
    volatile boolean alone;
    volatile long rate = Long.MAX_VALUE;
  }

  private final Map<String, Seen> bots = new ConcurrentHashMap<>();
  private final RedisLink redis;
  private final AskScript script;
  private final LocalAdmission local;
  private final IntSupplier workers;
  private final FloodMetrics metrics;

  /**
   * @param local decides while Redis is away; its memory is the ledger's, too
   * @param workers how many share a bot's rate while they can't see each other
   */
  RedisAdmission(
      RedisLink redis,
      AskScript script,
      LocalAdmission local,
      IntSupplier workers,
      FloodMetrics metrics) {
    this.redis = redis;
    this.script = script;
    this.local = local;
    this.workers = workers;
    this.metrics = metrics;
  }

  @Override
  public Mono<List<Verdict>> ask(String bot, List<AskToSend> asks) {
    return Mono.defer(() -> decide(bot, asks));
  }

  private Mono<List<Verdict>> decide(String bot, List<AskToSend> asks) {
    List<@Nullable Verdict> known = new ArrayList<>(asks.size());
    List<AskToSend> open = new ArrayList<>(asks.size());
    for (AskToSend ask : asks) {
      Verdict verdict = local.known(bot, ask);
      known.add(verdict);
      if (verdict == null) {
        open.add(ask);
      }
    }
    return open.isEmpty()
        ? Mono.just(merged(known, List.of()))
        : decideOpen(bot, open).map(verdicts -> merged(known, verdicts));
  }

  private static List<Verdict> merged(List<@Nullable Verdict> known, List<Verdict> others) {
    Iterator<Verdict> next = others.iterator();
    List<Verdict> merged = new ArrayList<>(known.size());
    known.forEach(verdict -> merged.add(verdict == null ? next.next() : verdict));
    return merged;
  }

  private Mono<List<Verdict>> decideOpen(String bot, List<AskToSend> asks) {
    var commands = redis.commands().orElse(null);
    return commands == null
        ? Mono.fromSupplier(() -> alone(bot, asks))
        : together(commands, bot, asks)
            .timeout(PATIENCE)
            .doOnError(redis::suspect)
            .onErrorResume(_ -> Mono.fromSupplier(() -> alone(bot, asks)));
  }

  private Mono<List<Verdict>> together(
      RedisClusterAsyncCommands<byte[], byte[]> commands, String bot, List<AskToSend> asks) {
    boolean wasAlone = seen(bot).alone;
    boolean[] begun = new boolean[asks.size()];
    for (int i = 0; i < begun.length; i++) {
      begun[i] = local.hasBegun(asks.get(i));
    }
    return Mono.fromCompletionStage(() -> script.ask(commands, bot, asks, begun, wasAlone))
        .map(answer -> note(bot, asks, answer));
  }

  private List<Verdict> note(String bot, List<AskToSend> asks, AskScript.Answer answer) {
    Seen seen = seen(bot);
    seen.alone = false;
    seen.rate = answer.rate();
    metrics.known(bot, answer.rate(), answer.used());
    local.note(bot, asks, answer);
    return answer.verdicts();
  }

  private List<Verdict> alone(String bot, List<AskToSend> asks) {
    Seen seen = seen(bot);
    if (!seen.alone) {
      seen.alone = true;
      local.with(bot, (flood, now) -> goOnAlone(flood, seen.rate, now));
    }
    metrics.decidedAlone(bot, asks.size());
    List<Verdict> verdicts = local.decide(bot, asks);
    local.with(bot, (flood, now) -> metrics.known(bot, flood.rate(now), flood.used(now)));
    return verdicts;
  }

  private void goOnAlone(FloodControl flood, long rate, long now) {
    flood.shareWith(workers.getAsInt());
    flood.adopt(rate, now);
    flood.distrust(now);
  }

  @Override
  public Mono<Void> flooded(String bot, String chat, Duration pause) {
    return Mono.defer(
            () -> {
              metrics.refused(bot, "chat");
              var commands = redis.commands().orElse(null);
              return commands == null
                  ? Mono.just(local.noteFlood(bot, chat, pause))
                  : told(commands, bot, chat, pause);
            })
        .filter(first -> first)
        .doOnNext(_ -> metrics.refused(bot, "bot"))
        .then();
  }

  private Mono<Boolean> told(
      RedisClusterAsyncCommands<byte[], byte[]> commands, String bot, String chat, Duration pause) {
    local.with(bot, (flood, now) -> flood.freeze(chat, pause.toNanos() / 1_000, now));
    return Mono.fromCompletionStage(() -> script.flooded(commands, bot, chat, pause))
        .timeout(PATIENCE)
        .doOnError(redis::suspect)
        .onErrorResume(_ -> Mono.fromSupplier(() -> local.noteFlood(bot, chat, pause)));
  }

  private Seen seen(String bot) {
    return bots.computeIfAbsent(bot, _ -> new Seen());
  }
}
