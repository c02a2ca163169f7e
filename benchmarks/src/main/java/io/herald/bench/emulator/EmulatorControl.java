package io.herald.bench.emulator;

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

/** The emulator's control API, as far as benchmarks need it. Every call fails loudly. */
public final class EmulatorControl implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 5_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  EmulatorControl(URI base) {
    this.base = base;
  }

  /** No flood limits and no delay: what is left is Herald's own time. */
  public void neitherLimitsNorLatency() throws InterruptedException {
    send("PUT", "/control/limits", Map.of("off", true));
    send("PUT", "/control/settings", Map.of("latency_ms", 0));
  }

  /**
   * Flood limits from now on; what was used up before is forgotten, and no client is told.
   *
   * @param global rate of the bot such as {@code 30/s}, its capacity is the count; likewise the
   *     rates of a private chat and of a group
   */
  public void limits(String global, String chat, String group) throws InterruptedException {
    send("PUT", "/control/limits", Map.of("global", global, "chat", chat, "group", group));
  }

  /** People that the bot may write to, with ids that follow each other. */
  public void addUsers(long firstId, int count) throws InterruptedException {
    if (count > 0) {
      send("POST", "/control/users/many", Map.of("first_id", firstId, "count", count));
    }
  }

  /** A group that every bot is a member of. */
  public void addGroup(long id) throws InterruptedException {
    send("POST", "/control/groups", Map.of("id", id, "title", "Bench"));
  }

  /** Whether some bot has a webhook by now. */
  public boolean webhookRegistered() throws InterruptedException {
    return send("GET", "/control/bots", Map.of())
        .valueStream()
        .anyMatch(bot -> !bot.path("webhook_url").asString("").isEmpty());
  }

  /** A user, who is created when unknown, writes to the only bot. */
  public void write(long user, String text) throws InterruptedException {
    send("POST", "/control/messages", Map.of("user", user, "text", text));
  }

  /** Counters, logs and latencies begin anew; the log of sends counts on. */
  public void resetStats() throws InterruptedException {
    send("POST", "/control/stats/reset", Map.of());
  }

  /** From the creation of an update to the arrival of its reply, since the last reset. */
  public JsonNode replyLatency() throws InterruptedException {
    return send("GET", "/control/stats", Map.of()).path("reply_latency_ms");
  }

  /** Messages that were accepted since the last reset. */
  public long accepted() throws InterruptedException {
    return send("GET", "/control/stats", Map.of()).path("outgoing").path("messages").asLong(0);
  }

  /** Calls that were answered with 429 since the last reset. */
  public long tooManyRequests() throws InterruptedException {
    return send("GET", "/control/stats", Map.of())
        .path("requests")
        .path("too_many_requests")
        .asLong(0);
  }

  /** One page of the log of accepted sends: those after a number of that log, oldest first. */
  OutgoingPage outgoing(long since) throws InterruptedException {
    JsonNode page = send("GET", "/control/outgoing?since=" + since + "&limit=" + PAGE, Map.of());
    return new OutgoingPage(
        page.path("next").asLong(since),
        page.path("items")
            .valueStream()
            .map(item ->
                new Arrival(
                    item.path("chat").asLong(0),
                    item.path("text").asString(""),
                    item.path("at_ms").asLong(0)))
            .toList());
  }

  /** A stream of events that the caller reads and closes. */
  public HttpResponse<InputStream> events() throws InterruptedException {
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
