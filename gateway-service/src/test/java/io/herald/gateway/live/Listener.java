package io.herald.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.runtime.access.MintToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A person's device that listens, by server-sent events or by WebSocket. */
final class Listener implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> frames = new CopyOnWriteArrayList<>();
  private final RunningGateway gateway;
  private final String user;

  Listener(RunningGateway gateway, String user) {
    this.gateway = gateway;
    this.user = user;
  }

  /** Listens by server-sent events; returns when the answer has begun. */
  Listener events(String query, String... headers) {
    HttpResponse<Stream<String>> answer = ask(query, BodyHandlers.ofLines(), headers);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("answered with " + answer.statusCode());
    }
    Thread.ofVirtual().start(() -> read(answer.body()));
    return this;
  }

  private void read(Stream<String> body) {
    try (body) {
      body.forEach(lines::add);
    } catch (UncheckedIOException e) {
      lines.add("!" + e.getMessage());
    }
  }

  /** The status of an attempt to listen. */
  int status(String query, String... headers) {
    HttpResponse<InputStream> answer = ask(query, BodyHandlers.ofInputStream(), headers);
    try (var _ = answer.body()) {
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> HttpResponse<T> ask(
      String query, HttpResponse.BodyHandler<T> body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.address().resolve("/api/stream" + query))
            .timeout(Duration.ofMinutes(1))
            .header("Authorization", "Bearer " + token());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Listens by WebSocket; returns when it is open. */
  Listener socket(String query) {
    http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token())
        .buildAsync(
            URI.create("ws://127.0.0.1:" + gateway.port() + "/api/stream/ws" + query), new Frames())
        .join();
    return this;
  }

  private String token() {
    return gateway.part(MintToken.class).mint(user, Duration.ofMinutes(5)).token();
  }

  /** Events that came by server-sent events. */
  List<JsonNode> heard() {
    return lines.stream()
        .filter(line -> line.startsWith("data:"))
        .map(line -> Json.tree(line.substring(5).getBytes(UTF_8)))
        .toList();
  }

  /** Ids of server-sent events. */
  List<String> ids() {
    return lines.stream()
        .filter(line -> line.startsWith("id:"))
        .map(line -> line.substring(3).strip())
        .toList();
  }

  /** Comments that came. */
  long heartbeats() {
    return lines.stream().filter(line -> line.startsWith(":")).count();
  }

  /** Events that came by WebSocket. */
  List<JsonNode> received() {
    return frames.stream().map(frame -> Json.tree(frame.getBytes(UTF_8))).toList();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private final class Frames implements WebSocket.Listener {
    private final List<CharSequence> parts = new ArrayList<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.add(data);
      if (last) {
        frames.add(String.join("", parts));
        parts.clear();
      }
      socket.request(1);
      return null;
    }
  }
}
