package io.herald.gateway.webhook;

import io.herald.gateway.telegram.CallAgain;
import io.herald.telegram.api.BotApi;
import io.herald.telegram.api.CallFailed;
import io.herald.telegram.api.WebhookSettings;
import io.herald.telegram.outcome.Outcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells Telegram where each bot's updates go, once this process can take them. Telegram gone: it is
 * tried until it works. The registration stays when the gateway ends, since others may serve it.
 */
final class RegisterWebhooks implements ApplicationListener<ApplicationReadyEvent>, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RegisterWebhooks.class);

  private final Map<String, BotApi> bots;
  private final Map<String, WebhookSettings> webhooks;
  private final AtomicReference<Disposable> registering =
      new AtomicReference<>(Disposables.disposed());

  RegisterWebhooks(Map<String, BotApi> bots, Map<String, WebhookSettings> webhooks) {
    this.bots = bots;
    this.webhooks = webhooks;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    registering.set(
        Flux.fromIterable(webhooks.entrySet())
            .flatMap(webhook -> register(webhook.getKey(), webhook.getValue()), atOnce())
            .subscribe());
  }

  // All of them, so that a bot that waits for Telegram holds up no other; at least one is demanded.
  private int atOnce() {
    return Math.max(1, bots.size());
  }

  private Mono<Void> register(String bot, WebhookSettings webhook) {
    return Mono.defer(() -> bots.get(bot).setWebhook(webhook))
        .retryWhen(untilItWorks(bot))
        .doOnSuccess(_ -> log.info("Telegram sends updates of bot {} to {}", bot, webhook.url()))
        .onErrorResume(CallFailed.class, error -> refused(bot, error));
  }

  private static Retry untilItWorks(String bot) {
    return CallAgain.whileThereIsHope(
        RegisterWebhooks::mayWorkLater,
        failure ->
            log.warn(
                "The webhook of bot {} is not registered yet and tried again: {}",
                bot,
                failure.getMessage()));
  }

  private static boolean mayWorkLater(Throwable error) {
    return error instanceof CallFailed failed
        && (failed.outcome() instanceof Outcome.Retryable
            || failed.outcome() instanceof Outcome.RetryAfter
            || failed.outcome() instanceof Outcome.Unknown);
  }

  private static Mono<Void> refused(String bot, CallFailed error) {
    log.error(
        "Telegram refuses the webhook of bot {}, so none of its updates come in: {}",
        bot,
        error.getMessage());
    return Mono.empty();
  }

  @Override
  public void start() {
    // Registration waits for the application to be ready; this lifecycle only ends it.
  }

  @Override
  public void stop() {
    registering.get().dispose();
  }

  @Override
  public boolean isRunning() {
    return true;
  }
}
