package io.herald.emulator.webhook;

import io.herald.emulator.update.Update;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Posts updates over as many kept connections as the bot allows; redirects are not followed. */
final class HttpWebhookCall implements WebhookCall {
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
  private static final int CONNECT_TIMEOUT_MS = 10_000;
  private static final byte[] NOTHING = {};

  private final ConnectionProvider connections;
  private final HttpClient client;
  private final String url;

  HttpWebhookCall(WebhookSettings settings) {
    url = settings.url();
    connections =
        ConnectionProvider.builder("webhook")
            .maxConnections(settings.maxConnections())
            .pendingAcquireMaxCount(-1)
            .build();
    client =
        HttpClient.create(connections)
            .disableRetry(true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
            .responseTimeout(READ_TIMEOUT)
            .headers(headers -> {
              headers.set("Content-Type", "application/json");
              if (!settings.secret().isEmpty()) {
                headers.set("X-Telegram-Bot-Api-Secret-Token", settings.secret());
              }
            });
  }

  @Override
  public Mono<WebhookAnswer> post(Update update) {
    return client
        .post()
        .uri(url)
        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(update.json())))
        .responseSingle(HttpWebhookCall::read)
        .onErrorResume(failure -> Mono.just(WebhookAnswer.failed(describe(failure))));
  }

  private static Mono<WebhookAnswer> read(HttpClientResponse response, ByteBufMono body) {
    int status = response.status().code();
    String reason = response.status().reasonPhrase();
    int retryAfter = seconds(response.responseHeaders().get("Retry-After"));
    boolean delivered = status >= 200 && status <= 299;
    return body.asByteArray()
        .defaultIfEmpty(NOTHING)
        .map(bytes ->
            new WebhookAnswer(status, reason, retryAfter, null, delivered ? bytes : NOTHING));
  }

  private static int seconds(@Nullable String header) {
    boolean number = header != null && header.strip().matches("\\d{1,6}");
    return header != null && number ? Integer.parseInt(header.strip()) : 0;
  }

  /** Without the address, which may hold a secret. */
  private static String describe(Throwable failure) {
    return switch (failure) {
      case ReadTimeoutException timeout -> "Read timeout expired";
      case ConnectException refused -> "Connection refused";
      case UnknownHostException unknown -> "Failed to resolve host";
      default -> "Connection closed before an answer (" + failure.getClass().getSimpleName() + ")";
    };
  }

  @Override
  public void close() {
    connections.dispose();
  }
}
