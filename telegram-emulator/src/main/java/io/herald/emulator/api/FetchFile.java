package io.herald.emulator.api;

import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Fetches a file from an address that a bot gave, as Telegram's servers do. */
final class FetchFile {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LARGEST = 20 << 20;

  private final HttpClient client = HttpClient.create().responseTimeout(TIMEOUT);

  Mono<Upload> fetch(URI address) {
    return client
        .get()
        .uri(address)
        .responseSingle((response, body) -> read(address, response, body))
        .timeout(TIMEOUT)
        .onErrorMap(
            failure -> !(failure instanceof Refusal),
            failure -> Refusal.badRequest("failed to get HTTP URL content"));
  }

  private static Mono<Upload> read(URI address, HttpClientResponse response, ByteBufMono body) {
    if (response.status().code() != 200) {
      return Mono.error(Refusal.badRequest("failed to get HTTP URL content"));
    }
    String length = response.responseHeaders().get("Content-Length", "0");
    if (!length.matches("\\d{1,8}") || Integer.parseInt(length) > LARGEST) {
      return Mono.error(Refusal.badRequest("file is too big"));
    }
    String type = response.responseHeaders().get("Content-Type", "application/octet-stream");
    String path = address.getPath() == null ? "" : address.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return body.asByteArray().map(bytes -> new Upload(name.isEmpty() ? null : name, type, bytes));
  }
}
