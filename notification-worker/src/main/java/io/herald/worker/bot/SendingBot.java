package io.herald.worker.bot;

import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.delivery.TelegramClient;
import io.herald.telegram.outcome.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A bot that messages are sent for. It remembers whether Telegram knows its token, so that the
 * service can say that it is not ready, and says once when Telegram is gone and when it is back.
 */
public final class SendingBot {

  private static final Logger log = LoggerFactory.getLogger(SendingBot.class);
  // A single chat that fails among others that do not is the chat's trouble.
  private static final int WORTH_TELLING = 3;

  private final String name;
  private final TelegramClient client;
  private volatile boolean accepted = true;
  private final AtomicInteger failuresInARow = new AtomicInteger();

  /**
   * A bot that is taken to be accepted until Telegram says otherwise.
   *
   * @param name as configured
   * @param client its way out
   */
  public SendingBot(String name, TelegramClient client) {
    this.name = name;
    this.client = client;
  }

  /** Makes the call; as {@link TelegramClient#deliver}. */
  public Mono<Outcome> send(TelegramCall call) {
    return client.deliver(call).doOnNext(this::note);
  }

  /** Whether Telegram knew the token when it was last asked. */
  public boolean isAccepted() {
    return accepted;
  }

  private void note(Outcome outcome) {
    switch (outcome) {
      case Outcome.Unauthorized refusal -> refused(refusal.reason());
      case Outcome.Retryable failure -> unreachable(failure.reason());
      case Outcome.Unknown failure -> unreachable(failure.reason());
      default -> answered();
    }
  }

  private void refused(String reason) {
    if (accepted) {
      log.error(
          "Telegram does not accept the token of bot {} ({}): its messages wait and are tried again"
              + " every 30 s",
          name,
          reason);
    }
    accepted = false;
  }

  private void unreachable(String reason) {
    if (failuresInARow.incrementAndGet() == WORTH_TELLING) {
      log.warn(
          "Telegram does not take messages of bot {} ({}): they wait and are tried again",
          name,
          reason);
    }
  }

  private void answered() {
    boolean told = failuresInARow.getAndSet(0) >= WORTH_TELLING;
    if (told || !accepted) {
      log.info("Telegram takes messages of bot {} again", name);
    }
    accepted = true;
  }
}
