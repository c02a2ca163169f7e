package io.herald.telegram.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.http.FakeTelegram;
import io.herald.telegram.http.TelegramAddress;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TelegramBotsApiTest {

  private static final String TOKEN = "123456:AbC-dEf_gHi";
  private static final Duration SOON = Duration.ofMinutes(1);

  private FakeTelegram telegram;
  private TelegramConnection connection;
  private BotApi api;

  @BeforeEach
  void open() {
    telegram = new FakeTelegram();
    connection = new TelegramConnection(telegram.address(), 1);
    api = new TelegramBotsApi(connection, TOKEN);
  }

  @AfterEach
  void close() {
    connection.close();
    telegram.close();
  }

  @Test
  void saysWhoTheBotIs() throws Exception {
    telegram.answers(
        200,
        """
        {"ok":true,"result":{"id":7,"is_bot":true,"first_name":"Herald","username":"herald_bot","new":{}}}\
        """);

    StepVerifier.create(api.getMe())
        .expectNext(new BotIdentity(7, "herald_bot", "Herald"))
        .expectComplete()
        .verify(SOON);
    assertThat(telegram.nextCall().path()).isEqualTo("/bot" + TOKEN + "/getme");
  }

  @Test
  void registersAndRemovesTheWebhook() throws Exception {
    var settings =
        new WebhookSettings(
            "https://bots.example/telegram/webhook/main",
            "s3cret",
            100,
            List.of("message", "callback_query"));

    StepVerifier.create(api.setWebhook(settings).then(api.deleteWebhook()))
        .expectComplete()
        .verify(SOON);

    assertThat(telegram.nextCall().body())
        .contains("https://bots.example/telegram/webhook/main")
        .contains("s3cret")
        .contains("100")
        .contains("[\"message\",\"callback_query\"]");
    assertThat(telegram.nextCall().path()).endsWith("/deleteWebhook");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void readsTheWebhooksStatus() {
    telegram.answers(
        200,
        """
        {"ok":true,"result":{"url":"https://a","has_custom_certificate":false,"pending_update_count":3,
         "last_error_date":1767614400,"last_error_message":"Connection refused","max_connections":40}}
        """);

    StepVerifier.create(api.getWebhookInfo())
        .expectNext(
            new WebhookStatus(
                "https://a",
                3,
                40,
                List.of(),
                "Connection refused",
                Instant.parse("2026-01-05T12:00:00Z")))
        .expectComplete()
        .verify(SOON);
  }

  @Test
  void handsOverEveryUpdatesOwnBytes() throws Exception {
    String first =
        "{ \"update_id\" : 1,\"unknown\":[{\"a\":\"]}\"}],\"text\":\"caf\u00e9 \ud83d\ude00"
            + " \\ud83d\" }";
    String second = "{\"update_id\":2}";
    telegram.answers(
        200, "{\"ok\":true,\"x\":{\"result\":[1]},\"result\":[ " + first + " ,\n" + second + "]}");

    StepVerifier.create(api.getUpdates(9, 100, Duration.ofSeconds(0), List.of("message")))
        .assertNext(updates ->
            assertThat(updates)
                .extracting(bytes -> new String(bytes, UTF_8))
                .containsExactly(first, second))
        .expectComplete()
        .verify(SOON);
    assertThat(telegram.nextCall())
        .isEqualTo(
            new FakeTelegram.Call(
                "/bot" + TOKEN + "/getUpdates",
                "{\"offset\":9,\"limit\":100,\"timeout\":0,\"allowed_updates\":[\"message\"]}"));
  }

  @Test
  void readsUpdatesDeeperThanAnyLimit() {
    String deep = "{\"update_id\":1,\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    telegram.answers(200, "{\"ok\":true,\"result\":[" + deep + "]}");

    StepVerifier.create(api.getUpdates(0, 100, Duration.ZERO, List.of()))
        .assertNext(updates -> assertThat(updates).containsExactly(deep.getBytes(UTF_8)))
        .expectComplete()
        .verify(SOON);
  }

  @Test
  void saysThatSomebodyElsePolls() {
    telegram.answers(
        409, "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other\"}");

    assertThat(failureOf(api.getUpdates(0, 1, Duration.ZERO, List.of())))
        .isEqualTo(new Outcome.Conflict("409 Conflict: terminated by other"));
  }

  @Test
  void saysThatTheTokenIsWrong() {
    telegram.answers(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");

    assertThat(failureOf(api.getMe())).isEqualTo(new Outcome.Unauthorized("401 Unauthorized"));
    assertThat(failureOf(api.setWebhook(new WebhookSettings("https://a", "s", 1, List.of()))))
        .isEqualTo(new Outcome.Unauthorized("401 Unauthorized"));
  }

  @Test
  void saysThatAnAnswerIsNoAnswer() {
    telegram.answers(200, "{\"ok\":true,\"result\":5}");

    assertThat(failureOf(api.getUpdates(0, 1, Duration.ZERO, List.of())))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(failureOf(api.getMe())).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void namesNoTokenWhenNobodyListens() {
    try (var nowhere = new TelegramConnection(new TelegramAddress("http", "127.0.0.1", 1), 1)) {
      var unreachable = new TelegramBotsApi(nowhere, TOKEN);

      assertThat(failureOf(unreachable.getUpdates(0, 1, Duration.ZERO, List.of())))
          .isInstanceOf(Outcome.Retryable.class);
      assertThat(failureOf(unreachable.getMe())).isInstanceOf(Outcome.Retryable.class);
    }
  }

  private static Outcome failureOf(Mono<?> call) {
    Outcome[] outcome = new Outcome[1];
    StepVerifier.create(call)
        .expectErrorSatisfies(error -> {
          assertThat(error).isInstanceOf(CallFailed.class).hasNoCause();
          assertThat(error.toString()).doesNotContain("AbC");
          outcome[0] = ((CallFailed) error).outcome();
        })
        .verify(SOON);
    return outcome[0];
  }
}
