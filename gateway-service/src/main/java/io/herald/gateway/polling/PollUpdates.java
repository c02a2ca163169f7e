package io.herald.gateway.polling;

import io.herald.gateway.ingest.IncomingUpdate;
import io.herald.gateway.ingest.IngestUpdate;
import io.herald.gateway.ingest.Ingested;
import io.herald.gateway.ingest.ReadUpdateHead;
import io.herald.gateway.ingest.UpdateHead;
import io.herald.gateway.telegram.CallAgain;
import io.herald.model.json.MalformedRecord;
import io.herald.telegram.api.BotApi;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Fetches one bot's updates by long polling. The next fetch confirms what the last one brought, so
 * it happens only when all of that is durable; what Kafka does not take is tried again, in place.
 */
final class PollUpdates {

  private static final Logger log = LoggerFactory.getLogger(PollUpdates.class);

  // The Bot API's maxima: 100 updates a call, 50 s of waiting.
  private static final int LIMIT = 100;
  private static final Duration HOLD = Duration.ofSeconds(30);

  private static final Retry UNTIL_DURABLE =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500)).maxBackoff(Duration.ofSeconds(5));

  private final String bot;
  private final BotApi telegram;
  private final IngestUpdate ingest;
  private final List<String> allowedUpdates;
  private final int concurrency;
  private long offset;

  PollUpdates(
      String bot,
      BotApi telegram,
      IngestUpdate ingest,
      List<String> allowedUpdates,
      int concurrency) {
    this.bot = bot;
    this.telegram = telegram;
    this.ingest = ingest;
    this.allowedUpdates = allowedUpdates;
    this.concurrency = concurrency;
  }

  /** Polls until cancelled; a webhook that still stands is removed first, its updates kept. */
  Mono<Void> poll() {
    return Mono.defer(telegram::deleteWebhook)
        .retryWhen(untilTelegramAnswers())
        .thenMany(Mono.defer(this::round).retryWhen(untilTelegramAnswers()).repeat())
        .then();
  }

  private Mono<Void> round() {
    return telegram.getUpdates(offset, LIMIT, HOLD, allowedUpdates).flatMap(this::takeAll);
  }

  private Mono<Void> takeAll(List<byte[]> updates) {
    return Flux.fromIterable(updates)
        .map(this::incoming)
        .groupBy(update -> update.head().key())
        .flatMap(chat -> chat.concatMap(this::take), concurrency)
        .reduce(offset, (highest, taken) -> Math.max(highest, taken + 1))
        .doOnNext(next -> offset = next)
        .then();
  }

  private Mono<Long> take(IncomingUpdate update) {
    return Mono.defer(() -> ingest.ingest(update))
        .filter(outcome -> outcome == Ingested.ACCEPTED || outcome == Ingested.DUPLICATE)
        .switchIfEmpty(Mono.error(NotDurable::new))
        .retryWhen(UNTIL_DURABLE)
        .thenReturn(update.head().updateId());
  }

  private IncomingUpdate incoming(byte[] update) {
    return new IncomingUpdate(bot, head(update), update, System.currentTimeMillis());
  }

  // What can't be read must not be asked for again for ever: it goes on as it is, and whoever can't
  // handle it puts it aside.
  private static UpdateHead head(byte[] update) {
    try {
      return ReadUpdateHead.read(update);
    } catch (MalformedRecord e) {
      return ReadUpdateHead.salvage(update);
    }
  }

  private Retry untilTelegramAnswers() {
    return CallAgain.whileThereIsHope(
        _ -> true,
        failure ->
            log.warn(
                "Updates of bot {} can't be fetched, trying again: {}", bot, failure.getMessage()));
  }

  private static final class NotDurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotDurable() {
      super("the update is not in Kafka yet", null, false, false);
    }
  }
}
