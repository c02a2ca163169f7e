package io.herald.bench.run;

import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks a peer to do something, in JSON, and waits until it is done. */
public final class LocalAnswer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private LocalAnswer() {}

  /**
   * Posts the task and waits for the result.
   *
   * @throws ProcessFailure when there is none
   */
  public static <T> T post(URI address, Object task, Class<T> result) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(task)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new ProcessFailure(address + " answered " + answer.statusCode());
      }
      return JSON.readValue(answer.body(), result);
    } catch (IOException e) {
      throw new ProcessFailure(address + " does not answer: " + e.getMessage());
    }
  }
}
