package io.herald.gateway.account;

import io.herald.runtime.config.Bots;
import io.herald.telegram.api.BotApi;
import io.herald.telegram.api.BotIdentity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * The bot that people are sent to when they want to link: {@code main}, else the first by name.
 *
 * <p>Telegram is gone: what the bot is called is remembered from before; if it never could be
 * asked, nobody can be told, and it is asked again with the next question.
 */
final class LinkingBot implements ApplicationListener<ApplicationReadyEvent>, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LinkingBot.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Optional<BotApi> calls;
  private final AtomicReference<@Nullable Mono<String>> asking = new AtomicReference<>();
  private volatile @Nullable String username;
  private volatile Disposable firstQuestion = Disposables.disposed();

  LinkingBot(Map<String, BotApi> bots) {
    this.calls =
        bots.containsKey(Bots.MAIN)
            ? Optional.of(bots.get(Bots.MAIN))
            : new TreeSet<>(bots.keySet()).stream().findFirst().map(bots::get);
  }

  /** Whether there is one. */
  boolean exists() {
    return calls.isPresent();
  }

  /** What it is called, without the {@code @}, as far as that is known. */
  Optional<String> knownUsername() {
    return Optional.ofNullable(username);
  }

  /** What it is called; empty when Telegram does not say within seconds. */
  Mono<String> username() {
    return Mono.defer(() -> Mono.justOrEmpty(username)).switchIfEmpty(Mono.defer(this::ask));
  }

  /** One question at a time, whose answer all wait for. */
  private Mono<String> ask() {
    Mono<String> question =
        Mono.justOrEmpty(calls)
            .flatMap(BotApi::getMe)
            .timeout(PATIENCE)
            .map(BotIdentity::username)
            .filter(name -> !name.isEmpty())
            .doOnNext(name -> username = name)
            .doOnError(LinkingBot::tell)
            .onErrorComplete()
            .doFinally(_ -> asking.set(null))
            .cache();
    Mono<String> running = asking.compareAndExchange(null, question);
    return running == null ? question : running;
  }

  private static void tell(Throwable error) {
    log.warn(
        "Telegram does not say what the bot is called, so no link addresses are given for now: {}",
        error.getMessage());
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    firstQuestion = username().subscribe();
  }

  @Override
  public void close() {
    firstQuestion.dispose();
  }
}
