package io.herald.system.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to the emulator's control API. An answer other than 2xx is an {@link
 * IllegalStateException} with the emulator's own words.
 */
final class ControlApi {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final int PAGE = 1000;
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;

  ControlApi(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  /** One page of a log. */
  interface Page<T> {
    long next();

    /** The first entry that the emulator still has. */
    long oldest();

    List<T> items();
  }

  /** All entries of a log with a higher sequence number. */
  <T> List<T> pages(String path, long after, Class<? extends Page<T>> type) {
    List<T> all = new ArrayList<>();
    long since = after;
    Page<T> page;
    do {
      page = get(path + "?limit=" + PAGE + "&since=" + since, type);
      if (page.oldest() > since + 1) {
        throw new IllegalStateException("the emulator's log begins at " + page.oldest());
      }
      all.addAll(page.items());
      since = page.next();
    } while (!page.items().isEmpty());
    return all;
  }

  <T> T get(String path, Class<T> type) {
    return JSON.readValue(send("GET", path, null), type);
  }

  <T> T post(String path, Object body, Class<T> type) {
    return JSON.readValue(send("POST", path, body), type);
  }

  void put(String path, Object body) {
    send("PUT", path, body);
  }

  void delete(String path) {
    send("DELETE", path, null);
  }

  private String send(String method, String path, @Nullable Object body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the emulator was asked", e);
    }
  }
}
