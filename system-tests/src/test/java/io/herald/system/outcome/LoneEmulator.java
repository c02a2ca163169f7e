package io.herald.system.outcome;

import io.herald.local.process.JavaCommand;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import io.herald.telegram.http.TelegramAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The emulator as a process of its own, which knows one bot and takes no other token. */
final class LoneEmulator implements AutoCloseable {

  /** Unlike anything else, so that a leak is found by searching for it. */
  static final String TOKEN = "700100300:OuTcOmEtEsTtOkEnNeVeRlOgGeDaNyWhErE";

  static final long BOT = 700100300L;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final AtomicLong people = new AtomicLong(5_000_000);
  private final ServiceProcess process;

  private LoneEmulator(ServiceProcess process) {
    this.process = process;
  }

  static LoneEmulator start() {
    Path folder = Path.of("target", "system", "outcome").toAbsolutePath();
    var emulator =
        new LoneEmulator(
            ServiceProcess.start(
                ServiceSpec.of("telegram-emulator", 0, folder)
                    .with("EMULATOR_STRICTTOKENS", "true")
                    .jvmOptions(JavaCommand.shortLived(192))));
    try {
      emulator.process.awaitReady(PATIENCE);
      emulator.post("/control/bots", Map.of("token", TOKEN, "username", "outcome_bot"));
      emulator.liftLimits();
      return emulator;
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
  }

  TelegramAddress address() {
    return new TelegramAddress("http", "localhost", process.port());
  }

  void liftLimits() {
    send("PUT", "/control/limits", Map.of("off", true));
  }

  void limit(Map<String, Object> limits) {
    send("PUT", "/control/limits", limits);
  }

  /** A person whom nobody has met. */
  long person() {
    return person(Map.of());
  }

  long person(Map<String, Object> more) {
    long id = people.incrementAndGet();
    post("/control/users", with(more, "id", id));
    return id;
  }

  long group(Map<String, Object> more) {
    return post("/control/groups", more).path("id").longValue();
  }

  /** The next call of this kind fails that way, once. */
  void fault(Map<String, Object> fault) {
    post("/control/faults", with(fault, "times", 1));
  }

  void clearFaults() {
    send("DELETE", "/control/faults", Map.of());
  }

  /** Texts and captions of the bot in that chat, oldest first. */
  List<String> said(long chat) {
    List<String> texts = new ArrayList<>();
    for (JsonNode message : messages(chat)) {
      if (message.path("direction").asString("").equals("out")) {
        texts.add(message.path("text").asString(message.path("caption").asString("")));
      }
    }
    return texts;
  }

  JsonNode messages(long chat) {
    return send("GET", "/control/messages?limit=1000&bot=" + BOT + "&chat=" + chat, Map.of());
  }

  JsonNode post(String path, Map<String, Object> body) {
    return send("POST", path, body);
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    var all = new HashMap<>(map);
    all.put(key, value);
    return all;
  }

  /** The bytes at that path. */
  byte[] bytes(String path) {
    return exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode send(String method, String path, Map<String, Object> body) {
    var publisher =
        body.isEmpty() && !method.equals("POST")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpRequest request =
        request(path).header("Content-Type", "application/json").method(method, publisher).build();
    return JSON.readTree(exchange(request, HttpResponse.BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + process.port() + path))
        .timeout(PATIENCE);
  }

  private <T> T exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      HttpResponse<T> response = http.send(request, handler);
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            request.method() + " " + request.uri().getPath() + ": " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the emulator was asked", e);
    }
  }

  @Override
  public void close() {
    process.kill9();
    process.close();
  }
}
