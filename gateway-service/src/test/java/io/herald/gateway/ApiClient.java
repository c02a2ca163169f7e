package io.herald.gateway;

import io.herald.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Calls the API as a program with an API key. */
public final class ApiClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI gateway;
  private final String key;

  /** A program with that key. */
  public ApiClient(RunningGateway gateway, String key) {
    this.gateway = gateway.address();
    this.key = key;
  }

  /** The program that may send. */
  public static ApiClient sender(RunningGateway gateway) {
    return new ApiClient(gateway, RunningGateway.SENDER_KEY);
  }

  /** Posts JSON; headers by name and value in turn. */
  public HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request = to(path, BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** A POST of JSON, still to be changed. */
  public HttpRequest.Builder to(String path, BodyPublisher body) {
    return at(path).setHeader("Content-Type", "application/json").POST(body);
  }

  /** A GET with the key, still to be changed. */
  public HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(Duration.ofMinutes(1))
        .setHeader("X-API-Key", key);
  }

  /** Gets what is there. */
  public HttpResponse<String> get(String path) {
    return send(at(path));
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

  /** The answer's body. */
  public static JsonNode json(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
