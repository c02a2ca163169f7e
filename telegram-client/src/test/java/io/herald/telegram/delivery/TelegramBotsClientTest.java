package io.herald.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Content;
import io.herald.model.message.Entity;
import io.herald.model.message.MenuCommand;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.FakeTelegram;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import io.herald.telegram.outcome.Suspension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramBotsClientTest {

  private static final String TOKEN = "123456:AbC-dEf_gHi";
  private static final Content HELLO = TextContent.plain("Hello");

  private FakeTelegram telegram;
  private TelegramConnection connection;
  private TelegramClient client;

  @BeforeEach
  void open() {
    telegram = new FakeTelegram();
    connection = new TelegramConnection(telegram.address(), 1);
    client = new TelegramBotsClient(connection, TOKEN);
  }

  @AfterEach
  void close() {
    connection.close();
    telegram.close();
  }

  @Test
  void sendsTextWithEntitiesAndButtonsAndNoParseMode() throws Exception {
    telegram.answers(200, "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1}}");
    var content =
        new TextContent(
            "Hello *you*",
            List.of(new Entity("text_link", 0, 5, "https://a.example", null)),
            List.of(List.of(Button.callback("Help", "help"), Button.url("Site", "https://b"))));

    assertThat(deliver(content)).isEqualTo(new Outcome.Delivered(77L));

    var call = telegram.nextCall();
    assertThat(call.path()).isEqualTo("/bot" + TOKEN + "/sendmessage");
    assertThat(call.body())
        .contains("\"chat_id\":\"42\"", "\"text\":\"Hello *you*\"")
        .contains("\"type\":\"text_link\"", "\"offset\":0", "\"url\":\"https://a.example\"")
        .contains("\"inline_keyboard\":[[{\"text\":\"Help\",\"callback_data\":\"help\"}")
        .doesNotContain("parse_mode");
  }

  @Test
  void answersAPressedButton() throws Exception {
    assertThat(deliver(new CallbackAnswer("q1", "", false))).isEqualTo(new Outcome.Delivered(null));

    var call = telegram.nextCall();
    assertThat(call.path()).isEqualTo("/bot" + TOKEN + "/answercallbackquery");
    assertThat(call.body()).contains("\"callback_query_id\":\"q1\"").doesNotContain("text");
  }

  @Test
  void offersCommandsToEverybody() throws Exception {
    var menu =
        new CommandMenu(
            CommandMenu.Scope.DEFAULT, List.of(new MenuCommand("help", "show this list")));

    assertThat(deliver(menu)).isEqualTo(new Outcome.Delivered(null));

    var call = telegram.nextCall();
    assertThat(call.path()).isEqualTo("/bot" + TOKEN + "/setMyCommands");
    assertThat(call.body())
        .contains("{\"command\":\"help\",\"description\":\"show this list\"}")
        .contains("\"scope\":{\"type\":\"default\"}")
        .doesNotContain("42");
  }

  @Test
  void offersCommandsToOneChatAndTakesThemBack() throws Exception {
    var commands = List.of(new MenuCommand("broadcast", "tell everybody"));

    assertThat(deliver(new CommandMenu(CommandMenu.Scope.CHAT, commands)))
        .isEqualTo(new Outcome.Delivered(null));
    assertThat(deliver(new CommandMenu(CommandMenu.Scope.CHAT, List.of())))
        .isEqualTo(new Outcome.Delivered(null));

    assertThat(telegram.nextCall().body()).contains("\"type\":\"chat\"", "\"chat_id\":\"42\"");
    var call = telegram.nextCall();
    assertThat(call.path()).isEqualTo("/bot" + TOKEN + "/deleteMyCommands");
    assertThat(call.body()).contains("\"type\":\"chat\"", "\"chat_id\":\"42\"");
  }

  @Test
  void saysWhenTheBotHasNeverMetTheChatOfAMenu() {
    telegram.answers(
        400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}");

    assertThat(deliver(new CommandMenu(CommandMenu.Scope.CHAT, List.of())))
        .isEqualTo(
            new Outcome.Suspended(Suspension.CHAT_NOT_FOUND, "400 Bad Request: chat not found"));
  }

  @Test
  void takesAResultOfTheFutureAsDone() {
    telegram.answers(200, "{\"ok\":true,\"result\":{\"message_id\":{\"now\":\"an object\"}}}");

    assertThat(deliver(HELLO)).isEqualTo(new Outcome.Delivered(null));
  }

  @Test
  void waitsAsLongAsTelegramSays() {
    telegram.answers(
        429,
        """
        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
         "parameters":{"new":[1],"retry_after":7}}
        """);

    assertThat(deliver(HELLO)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(7)));
  }

  @Test
  void waitsAsLongAsTheHeaderSays() {
    telegram.withRetryAfter("5").answersPage(429, "<html>slow down</html>");

    assertThat(deliver(HELLO)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(5)));
  }

  @Test
  void followsAMigratedGroup() {
    telegram.answers(
        400,
        """
        {"ok":false,"error_code":400,
         "description":"Bad Request: group chat was upgraded to a supergroup chat",
         "parameters":{"migrate_to_chat_id":-1001234567890}}
        """);

    assertThat(deliver(HELLO)).isEqualTo(new Outcome.MigratedTo("-1001234567890"));
  }

  @Test
  void retriesAfterAProxysPage() {
    telegram.answersPage(502, "<html><h1>502 Bad Gateway</h1></html>");

    assertThat(deliver(HELLO)).isEqualTo(new Outcome.Retryable("HTTP 502"));
  }

  @Test
  void doesNotKnowWhatAnUnreadableSuccessMeans() {
    telegram.answersPage(200, "<html>welcome to our hotel</html>");

    assertThat(deliver(HELLO))
        .isEqualTo(new Outcome.Unknown("SentWithoutAnswer: the answer is unreadable"));
  }

  @Test
  void rejectsWhatTelegrambotsRefusesToSend() {
    assertThat(deliver(TextContent.plain("")))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.kind()).isEqualTo(Rejection.OTHER));
  }

  @Test
  void cutsTheTokenOutOfEveryReason() {
    telegram.answers(
        400, "{\"ok\":false,\"error_code\":400,\"description\":\"no: /bot" + TOKEN + "/x\"}");

    assertThat(deliver(HELLO))
        .isEqualTo(new Outcome.Rejected(400, Rejection.OTHER, "400 no: /bot***/x"));
    assertThat(client.toString() + connection).doesNotContain("AbC");
  }

  private Outcome deliver(Content content) {
    var message =
        new OutboundMessage(
            "1.0.0", "a", "main", "42", content, Instant.EPOCH, Instant.MAX, OnUnknown.RESEND);
    return client.deliver(TelegramCall.send(message)).block(Duration.ofMinutes(1));
  }
}
