package io.herald.bench.notify;

import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts one notification after the other over a kept connection. */
final class PostNotification implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;

  PostNotification(String url) {
    this.url = URI.create(url);
  }

  /**
   * Posts the smallest request to a chat and waits for the answer.
   *
   * @throws ProcessFailure when it is not a success: figures of refusals would be worth nothing
   */
  void to(long chat, String id) throws InterruptedException {
    String body =
        """
        {"id":"%s","to":{"chat":"%d"},"priority":"standard","title":"Paid",\
        "text":"Order **4711** is paid","format":"markdown"}\
        """
            .formatted(id, chat);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("X-API-Key", BenchCaller.KEY)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new ProcessFailure(url + " answered " + answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new ProcessFailure(url + " does not answer: " + e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
