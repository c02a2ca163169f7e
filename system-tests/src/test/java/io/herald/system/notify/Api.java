package io.herald.system.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.system.stack.Member;
import io.herald.system.stack.Secrets;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A program that calls the gateway's API with its key. */
public final class Api {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Function<String, URI> address;
  private final String key;

  private Api(Function<String, URI> address, String key) {
    this.address = address;
    this.key = key;
  }

  /** A program that may do everything but operate. */
  static Api of(Member gateway) {
    return new Api(gateway::url, Secrets.KEY);
  }

  /** The same program, where gateways stand behind that address. */
  public static Api behind(URI address) {
    return new Api(address::resolve, Secrets.KEY);
  }

  /** A program that may only look. */
  static Api reader(Member gateway) {
    return new Api(gateway::url, Secrets.READER);
  }

  /** A stranger without a key. */
  static Api stranger(Member gateway) {
    return new Api(gateway::url, "");
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, Object body) {
    return call("POST", path, body);
  }

  HttpResponse<String> call(String method, String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(Json.write(body))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the gateway was asked", e);
    }
  }

  /** Asks for a notification without waiting; the answer's status. */
  CompletableFuture<Integer> notifying(Object notification) {
    HttpRequest request =
        request("/api/notifications")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(notification)))
            .build();
    return HTTP.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
  }

  /** Asks for a notification; its id, once it is accepted. */
  String notify(Map<String, ?> notification) {
    HttpResponse<String> answer = post("/api/notifications", notification);
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer).get("id").asString();
  }

  /** What became of a notification. */
  JsonNode notification(String id) {
    HttpResponse<String> answer = get("/api/notifications/" + encoded(id));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer);
  }

  /** How far it is, in one word. */
  String state(String id) {
    return notification(id).get("state").asString();
  }

  /** Waits until it is so far. */
  JsonNode await(String id, String state) {
    Waiting.untilAsserted(() -> {
      JsonNode found = notification(id);
      if (!state.equals(found.get("state").asString())) {
        throw new AssertionError("expected " + state + ": " + found);
      }
    });
    return notification(id);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.apply(path)).timeout(TIMEOUT);
    return key.isEmpty() ? request : request.header("X-API-Key", key);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes(UTF_8));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
