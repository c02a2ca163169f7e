package io.herald.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.emulator.RunningEmulator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookEndToEndTest extends RunningEmulator {
  private final Queue<String> secrets = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final DisposableServer bot =
      HttpServer.create().port(0).route(all -> all.post("/hook", this::answer)).bindNow();

  @AfterEach
  void stopBot() {
    bot.disposeNow();
  }

  /** A bot that answers every message in the body of its 200. */
  private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    secrets.add(request.requestHeaders().get("X-Telegram-Bot-Api-Secret-Token", ""));
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(body -> {
          if (failures.getAndDecrement() > 0) {
            return response.status(500).send().then();
          }
          JsonNode message = JsonMapper.shared().readTree(body).path("message");
          String reply =
              "{\"method\":\"sendMessage\",\"chat_id\":%d,\"text\":\"re: %s\"}"
                  .formatted(message.at("/chat/id").asLong(), message.path("text").asString());
          return response
              .header("Content-Type", "application/json")
              .sendString(Mono.just(reply))
              .then();
        });
  }

  private void setWebhook() {
    String url = "http://127.0.0.1:" + bot.port() + "/hook";
    JsonNode answer = call("setWebhook", "{\"url\":\"" + url + "\",\"secret_token\":\"s3cret\"}");
    assertThat(answer.path("ok").asBoolean()).isTrue();
  }

  @Test
  void deliversWithTheSecretRetriesAndExecutesTheReply() {
    failures.set(1);
    setWebhook();
    control("POST", "/messages", "{\"user\":1001,\"text\":\"hello\"}");

    JsonNode log =
        eventually(
            () -> control("GET", "/webhooks/log", ""),
            all -> all.at("/items/0/state").asString("").equals("delivered"));
    assertThat(log.at("/items/0/attempts")).hasSize(2);
    assertThat(log.at("/items/0/attempts/0/status").asInt()).isEqualTo(500);
    assertThat(secrets).containsOnly("s3cret");
    JsonNode sent =
        eventually(() -> control("GET", "/outgoing", ""), all -> !all.path("items").isEmpty());
    assertThat(sent.at("/items/0/text").asString()).isEqualTo("re: hello");
    assertThat(call("getWebhookInfo", "{}").at("/result/last_error_message").asString())
        .isEqualTo("Wrong response from the webhook: 500 Internal Server Error");
    assertThat(call("getUpdates", "{}").path("error_code").asInt()).isEqualTo(409);
  }

  @Test
  void aBulkRunKnowsItsReplies() {
    setWebhook();
    JsonNode run =
        control(
            "POST",
            "/runs",
            "{\"count\":200,\"users\":20,\"text\":\"n-{n}\",\"key_pattern\":\"n-(\\\\d+)\"}");
    String path = "/runs/" + run.path("id").asInt();
    JsonNode done =
        eventually(
            () -> control("GET", path, ""), figures -> figures.path("replies").asInt() == 200);

    assertThat(done.path("distinct_numbers").asInt()).isEqualTo(200);
    assertThat(done.path("duplicates").asInt()).isZero();
    assertThat(done.path("answered").asInt()).isEqualTo(200);
    assertThat(done.path("missing_numbers")).isEmpty();
    assertThat(done.path("acknowledged").asInt()).isEqualTo(200);
    assertThat(control("GET", "/webhooks/acknowledged", "").path("count").asInt()).isEqualTo(200);
  }
}
