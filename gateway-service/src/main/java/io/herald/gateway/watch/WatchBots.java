package io.herald.gateway.watch;

import io.herald.telegram.api.BotApi;
import io.herald.telegram.api.CallFailed;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks Telegram now and then how each bot's updates go. Telegram gone: what it said is forgotten,
 * and it is asked again; ingestion does not depend on it.
 */
final class WatchBots implements SmartLifecycle {

  private final Map<String, BotApi> bots;
  private final Map<String, BotFigures> figures;
  private final Duration pause;
  private final Supplier<Instant> now;
  private Disposable watching = Disposables.disposed();

  /**
   * Wires it.
   *
   * @param figures of the same bots
   * @param pause between two questions about a bot
   */
  WatchBots(
      Map<String, BotApi> bots,
      Map<String, BotFigures> figures,
      Duration pause,
      Supplier<Instant> now) {
    this.bots = bots;
    this.figures = figures;
    this.pause = pause;
    this.now = now;
  }

  @Override
  public void start() {
    watching =
        Flux.fromIterable(bots.entrySet())
            .flatMap(bot -> watch(bot.getValue(), figures.get(bot.getKey())), atOnce())
            .subscribe();
  }

  // All of them; at least one is demanded.
  private int atOnce() {
    return Math.max(1, bots.size());
  }

  private Mono<Void> watch(BotApi telegram, BotFigures its) {
    return Mono.defer(() -> look(telegram, its)).then(Mono.delay(pause)).repeat().then();
  }

  Mono<Void> look(BotApi telegram, BotFigures its) {
    return telegram
        .getWebhookInfo()
        .doOnNext(status -> its.answered(status, now.get()))
        .then()
        .onErrorResume(CallFailed.class, error -> Mono.fromRunnable(() -> failed(error, its)));
  }

  // A token that Telegram does not know is 401, and 404 where it is not even shaped like one.
  private static void failed(CallFailed error, BotFigures its) {
    if (error.outcome() instanceof Outcome.Unauthorized) {
      its.refused();
    } else {
      its.unknown();
    }
  }

  @Override
  public void stop() {
    watching.dispose();
  }

  @Override
  public boolean isRunning() {
    return !watching.isDisposed();
  }
}
