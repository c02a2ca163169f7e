package io.herald.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Sends webhooks as Telegram does, or a little wrong. */
public final class WebhookClient {

  /** Telegram's header with the secret. */
  public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  // Telegram, too, starts anywhere and counts on.
  private static final AtomicLong UPDATE_ID =
      new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L, 2_000_000_000L));

  private final URI gateway;

  public WebhookClient(RunningGateway gateway) {
    this.gateway = gateway.address();
  }

  /** An update id that nobody had before. */
  public static long newUpdateId() {
    return UPDATE_ID.incrementAndGet();
  }

  /** A message of that user in a private chat. */
  public static String message(long updateId, long user) {
    return """
    {"update_id":%d,"message":{"message_id":1,"from":{"id":%d},"chat":{"id":%d},"text":"hi"}}\
    """
        .formatted(updateId, user, user);
  }

  /** An authentic webhook of the bot {@code main}. */
  public HttpResponse<String> deliver(String update) {
    return send(delivery(update));
  }

  /** The same without waiting for the answer. */
  public CompletableFuture<HttpResponse<String>> delivering(String update) {
    return HTTP.sendAsync(delivery(update).build(), BodyHandlers.ofString());
  }

  /** A POST of an authentic body, still to be changed. */
  public HttpRequest.Builder delivery(String update) {
    return to("/telegram/webhook/main", BodyPublishers.ofByteArray(update.getBytes(UTF_8)))
        .setHeader(SECRET_HEADER, RunningGateway.SECRET);
  }

  /** A POST without a secret. */
  public HttpRequest.Builder to(String path, BodyPublisher body) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(Duration.ofMinutes(1))
        .header("Content-Type", "application/json")
        .POST(body);
  }

  /** A plain GET. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofMinutes(1)));
  }

  /** Sends and waits for the answer. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
