package io.herald.bench.reply;

import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The emulator's control API, as far as this benchmark needs it. Every call fails loudly. */
final class EmulatorControl implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  EmulatorControl(URI base) {
    this.base = base;
  }

  /** No flood limits and no delay: what is left is Herald's own time. */
  void neitherLimitsNorLatency() throws InterruptedException {
    send("PUT", "/control/limits", Map.of("off", true));
    send("PUT", "/control/settings", Map.of("latency_ms", 0));
  }

  /** Whether some bot has a webhook by now. */
  boolean webhookRegistered() throws InterruptedException {
    return send("GET", "/control/bots", Map.of())
        .valueStream()
        .anyMatch(bot -> !bot.path("webhook_url").asString("").isEmpty());
  }

  /** A user, who is created when unknown, writes to the only bot. */
  void write(long user, String text) throws InterruptedException {
    send("POST", "/control/messages", Map.of("user", user, "text", text));
  }

  void resetStats() throws InterruptedException {
    send("POST", "/control/stats/reset", Map.of());
  }

  /** From the creation of an update to the arrival of its reply, since the last reset. */
  JsonNode replyLatency() throws InterruptedException {
    return send("GET", "/control/stats", Map.of()).path("reply_latency_ms");
  }

  /** A stream of events that the caller reads and closes. */
  HttpResponse<InputStream> events() throws InterruptedException {
    try {
      return client.send(
          HttpRequest.newBuilder(base.resolve("/control/events")).build(),
          HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new ProcessFailure("the emulator tells no events: " + e.getMessage());
    }
  }

  private JsonNode send(String method, String path, Map<String, ?> body)
      throws InterruptedException {
    HttpRequest.BodyPublisher content =
        body.isEmpty() && method.equals("GET")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(method, content)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new ProcessFailure(
            "the emulator answered "
                + answer.statusCode()
                + " to "
                + method
                + " "
                + path
                + ": "
                + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new ProcessFailure("the emulator does not answer " + path + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
