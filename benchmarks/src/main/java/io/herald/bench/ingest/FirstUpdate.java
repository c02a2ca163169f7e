package io.herald.bench.ingest;

import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Shows before any load that a subject takes an update: figures of refusals would be worth nothing.
 */
final class FirstUpdate {
  private static final String BODY =
      """
      {"update_id":1,"message":{"message_id":1,"from":{"id":42,"is_bot":false,"first_name":"Ann"},
      "chat":{"id":42,"first_name":"Ann","type":"private"},"date":1767225600,"text":"hello"}}\
      """;

  private FirstUpdate() {}

  /**
   * Posts one update and waits for the answer.
   *
   * @throws ProcessFailure when it is not a success
   */
  static void send(Subject subject, String url) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", BenchBot.SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new ProcessFailure(subject.key + " answered " + status + " to the first update");
      }
    } catch (IOException e) {
      throw new ProcessFailure(subject.key + " did not answer the first update: " + e.getMessage());
    }
  }
}
