package io.herald.system.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A person's live stream, as a desktop client hears it. */
final class LiveEvents implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /** Listens to what changes from now on, or after that event. */
  static LiveEvents of(Person person, String after) {
    var events = new LiveEvents();
    var request =
        Api.of(person.stack().gateway())
            .request("/api/stream?user=" + Api.encoded(person.user()))
            .header("Last-Event-ID", after)
            .build();
    try {
      HttpResponse<Stream<String>> answer = events.http.send(request, BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new AssertionError("answered with " + answer.statusCode());
      }
      Thread.ofVirtual().start(() -> events.read(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return events;
  }

  private void read(Stream<String> lines) {
    try (lines) {
      lines
          .filter(line -> line.startsWith("data:"))
          .map(line -> Json.tree(line.substring(5).getBytes(UTF_8)))
          .forEach(heard::add);
    } catch (UncheckedIOException e) {
      // The gateway has gone the short way.
    }
    ended = true;
  }

  /** Everything that was heard, in order. */
  List<JsonNode> heard() {
    return heard;
  }

  /** The states that were heard of that notification's message. */
  List<String> states(String notification) {
    return heard.stream()
        .filter(event -> event.get("notification").asString().equals(notification))
        .map(event -> event.has("message") ? event.at("/message/status").asString() : "ACCEPTED")
        .toList();
  }

  /** Id of the last event. */
  String last() {
    return heard.getLast().get("id").asString();
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
