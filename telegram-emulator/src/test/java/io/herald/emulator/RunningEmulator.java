package io.herald.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real emulator on a free port, shared by all tests that extend this; each begins afresh. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningEmulator {
  protected static final String TOKEN = "42:TEST";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Between two questions, so that asking does not starve what is waited for. */
  private static final long PAUSE_NANOS = 5_000_000;

  private static final long PATIENCE_MS = 30_000;

  private final HttpClient http = HttpClient.newHttpClient();
  @Autowired private Environment environment;

  @BeforeEach
  void beginAfresh() {
    control("POST", "/reset", "{\"bots\":true}");
    control("PUT", "/limits", "{\"off\":true}");
    control("POST", "/users", "{\"id\":1001,\"first_name\":\"Ann\"}");
    call("getMe", "{}");
  }

  protected String base() {
    return "http://127.0.0.1:" + environment.getProperty("local.server.port");
  }

  /** Calls the Bot API; fails with an IOException inside if the connection is cut. */
  protected JsonNode call(String method, String body) {
    return send("POST", "/bot" + TOKEN + "/" + method, body);
  }

  protected JsonNode control(String verb, String path, String body) {
    return send(verb, "/control" + path, body);
  }

  protected JsonNode send(String verb, String path, String body) {
    return JSON.readTree(exchange(verb, path, body).body());
  }

  protected HttpResponse<String> exchange(String verb, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("Content-Type", "application/json")
            .method(verb, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Asks until the answer is right. */
  protected static JsonNode eventually(Supplier<JsonNode> question, Predicate<JsonNode> right) {
    long deadline = System.currentTimeMillis() + PATIENCE_MS;
    JsonNode answer = question.get();
    while (!right.test(answer) && System.currentTimeMillis() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = question.get();
    }
    return answer;
  }
}
