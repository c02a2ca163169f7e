package io.herald.gateway.webhook;

import io.herald.gateway.ingest.IncomingUpdate;
import io.herald.gateway.ingest.IngestUpdate;
import io.herald.gateway.ingest.Ingested;
import io.herald.gateway.ingest.ReadUpdateHead;
import io.herald.gateway.limit.ClientAddress;
import io.herald.gateway.limit.RequestLimits;
import io.herald.model.json.MalformedRecord;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Takes one webhook request to its answer: is it Telegram's, is it an update, is it durable. */
final class ReceiveWebhook {

  /** Telegram sends at most 512 KiB; twice that leaves room. */
  static final int MAX_BODY = 1024 * 1024;

  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final Answer WRONG_METHOD = Answer.refused(405, "webhooks are sent with POST");
  private static final Answer NO_BODY = Answer.refused(400, "the body is empty");
  private static final Answer TOO_LARGE = Answer.refused(413, "the body is larger than 1 MiB");

  private final WebhookAccess access;
  private final ClientAddress addresses;
  private final RequestLimits limits;
  private final IngestUpdate ingest;

  ReceiveWebhook(
      WebhookAccess access, ClientAddress addresses, RequestLimits limits, IngestUpdate ingest) {
    this.access = access;
    this.addresses = addresses;
    this.limits = limits;
    this.ingest = ingest;
  }

  Mono<Answer> receive(String bot, ServerHttpRequest request) {
    InetAddress client = addresses.of(request);
    if (request.getMethod() != HttpMethod.POST) {
      return refuse(WRONG_METHOD, client);
    }
    Optional<Answer> refusal = access.refusal(bot, request.getHeaders().getFirst(SECRET), client);
    if (refusal.isPresent()) {
      return refuse(refusal.get(), client);
    }
    if (request.getHeaders().getContentLength() > MAX_BODY) {
      return refuse(TOO_LARGE, client);
    }
    return DataBufferUtils.join(request.getBody(), MAX_BODY)
        .flatMap(body -> take(bot, bytes(body)))
        .switchIfEmpty(Mono.defer(() -> refuse(NO_BODY, client)))
        .onErrorResume(error -> refuse(badBody(error), client));
  }

  private static Answer badBody(Throwable error) {
    return switch (error) {
      case DataBufferLimitException _ -> TOO_LARGE;
      case MalformedRecord malformed -> Answer.refused(400, malformed.getMessage());
      default -> throw Exceptions.propagate(error);
    };
  }

  private Mono<Answer> take(String bot, byte[] body) {
    var update =
        new IncomingUpdate(bot, ReadUpdateHead.read(body), body, System.currentTimeMillis());
    long sender = update.head().sender();
    return limits.isBusy(sender)
        ? limits.senderMayGoOn(bot, sender).flatMap(mayGoOn -> mayGoOn ? ingest(update) : tooFast())
        : ingest(update);
  }

  private Mono<Answer> ingest(IncomingUpdate update) {
    return ingest.ingest(update).map(ReceiveWebhook::answer);
  }

  private static Answer answer(Ingested outcome) {
    return switch (outcome) {
      case ACCEPTED, DUPLICATE -> Answer.OK;
      case IN_PROGRESS -> Answer.later(503, "the update is being accepted", soon());
      case UNAVAILABLE -> Answer.later(503, "updates can't be stored at the moment", soon());
    };
  }

  private static Mono<Answer> tooFast() {
    return Mono.just(Answer.later(429, "too many updates from this sender", soon()));
  }

  // Telegram's own requests are never refused, and so never counted against their address.
  private Mono<Answer> refuse(Answer refusal, InetAddress client) {
    return limits
        .strangerMayGoOn(client)
        .map(mayGoOn ->
            mayGoOn
                ? refusal
                : Answer.later(429, "too many refused requests", Duration.ofSeconds(60)));
  }

  // Spread, so that what piled up in an outage does not come back in one moment.
  private static Duration soon() {
    return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, 4));
  }

  private static byte[] bytes(DataBuffer body) {
    byte[] bytes = new byte[body.readableByteCount()];
    body.read(bytes);
    DataBufferUtils.release(body);
    return bytes;
  }
}
