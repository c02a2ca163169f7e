package io.herald.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.emulator.RunningEmulator;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BotApiTest extends RunningEmulator {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sendMessage | {"chat_id":1001} | Bad Request: message text is empty
          sendMessage | {"chat_id":1001,"text":" "} | Bad Request: text must be non-empty
          sendMessage | {"text":"a"} | Bad Request: chat_id is empty
          sendMessage | {"chat_id":9,"text":"a"} | Bad Request: chat not found
          sendMessage | {"chat_id":1001,"text":"a_","parse_mode":"MarkdownV2"} | Bad Request: can't parse entities: Can't find end of Italic entity at byte offset 1
          sendMessage | {"chat_id":1001,"text":"a","reply_parameters":{"message_id":99}} | Bad Request: message to be replied not found
          sendMessage | {"chat_id":1001,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"x"}]]}} | Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
          editMessageText | {"chat_id":1001,"message_id":99,"text":"a"} | Bad Request: message to edit not found
          deleteMessage | {"chat_id":1001,"message_id":99} | Bad Request: message to delete not found
          answerCallbackQuery | {"callback_query_id":"1"} | Bad Request: query is too old and response timeout expired or query ID is invalid
          sendChatAction | {"chat_id":1001,"action":"dance"} | Bad Request: wrong parameter action in request
          setWebhook | {"url":"http://example.com"} | Bad Request: bad webhook: An HTTPS URL must be provided for webhook
          setWebhook | {"url":"http://127.0.0.1:1/","secret_token":"a b"} | Bad Request: secret token contains unallowed characters
          getFile | {"file_id":"x"} | Bad Request: wrong file_id or the file is temporarily unavailable
          """)
  void refusesInTelegramsWords(String method, String body, String words) {
    JsonNode answer = call(method, body);

    assertThat(answer.path("ok").asBoolean()).isFalse();
    assertThat(answer.path("error_code").asInt()).isEqualTo(400);
    assertThat(answer.path("description").asString()).isEqualTo(words);
  }

  @Test
  void lengthsAreCodePointsAfterParsing() {
    String longest = "<b>" + "😀".repeat(4096) + "</b>";
    String tooLong = "a".repeat(4097);

    assertThat(call("sendMessage", message(longest)).path("ok").asBoolean()).isTrue();
    assertThat(call("sendMessage", message(tooLong)).path("description").asString())
        .isEqualTo("Bad Request: message is too long");
  }

  private static String message(String text) {
    return "{\"chat_id\":1001,\"parse_mode\":\"HTML\",\"text\":\"" + text + "\"}";
  }

  @Test
  void callbackDataHasAtMostSixtyFourBytes() {
    String markup = ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"x\",\"callback_data\":\"";
    String start = "{\"chat_id\":1001,\"text\":\"a\"" + markup;

    assertThat(call("sendMessage", start + "é".repeat(32) + "\"}]]}}").path("ok").asBoolean())
        .isTrue();
    assertThat(
            call("sendMessage", start + "é".repeat(33) + "\"}]]}}").path("description").asString())
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
  }

  @Test
  void commandsAreKeptForEachScope() {
    String all = "{\"commands\":[{\"command\":\"help\",\"description\":\"Helps\"}]}";
    String chat = "\"scope\":{\"type\":\"chat\",\"chat_id\":1001}";
    String one = "{\"commands\":[{\"command\":\"stats\",\"description\":\"Counts\"}]," + chat + "}";
    call("setMyCommands", all);
    call("setMyCommands", one);

    assertThat(call("getMyCommands", "{}").at("/result/0/command").asString()).isEqualTo("help");
    assertThat(call("getMyCommands", "{" + chat + "}").at("/result/0/command").asString())
        .isEqualTo("stats");
    JsonNode bot = control("GET", "/bots", "").get(0);
    assertThat(bot.at("/commands/0/command").asString()).isEqualTo("help");
    assertThat(bot.at("/chat_commands/1001/0/command").asString()).isEqualTo("stats");
    call("deleteMyCommands", "{" + chat + "}");
    assertThat(call("getMyCommands", "{" + chat + "}").path("result")).isEmpty();
    assertThat(call("setMyCommands", one.replace("1001", "1002")).path("description").asString())
        .isEqualTo("Bad Request: chat not found");
  }

  @Test
  void tokensAndMethodsAreChecked() {
    assertThat(exchange("GET", "/botnonsense/getMe", "").statusCode()).isEqualTo(404);
    assertThat(call("noSuchMethod", "{}").path("description").asString()).isEqualTo("Not Found");
    assertThat(call("GETME", "{}").path("ok").asBoolean()).isTrue();
    control("PUT", "/settings", "{\"strict_tokens\":true}");
    assertThat(exchange("GET", "/bot77:UNKNOWN/getMe", "").statusCode()).isEqualTo(401);
    assertThat(call("getMe", "{}").path("ok").asBoolean()).isTrue();
  }

  @Test
  void anEditThatChangesNothingIsRefusedAndOthersAreCounted() {
    int id = sent("one");
    String edit = "{\"chat_id\":1001,\"message_id\":" + id + ",\"text\":\"";

    assertThat(call("editMessageText", edit + "one\"}").path("description").asString())
        .startsWith("Bad Request: message is not modified: ");
    assertThat(call("editMessageText", edit + "two\"}").at("/result/text").asString())
        .isEqualTo("two");
    JsonNode log = control("GET", "/outgoing", "").path("items");
    assertThat(log).hasSize(2);
    assertThat(log.get(1).path("edits").asInt()).isEqualTo(1);
  }

  private int sent(String text) {
    return call("sendMessage", message(text)).at("/result/message_id").asInt();
  }

  @Test
  void aCallbackIsAnsweredOnce() {
    String keyboard = "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}";
    JsonNode sent =
        call("sendMessage", "{\"chat_id\":1001,\"text\":\"?\",\"reply_markup\":" + keyboard + "}");
    int id = sent.at("/result/message_id").asInt();
    JsonNode pressed = control("POST", "/buttons", "{\"user\":1001,\"message_id\":" + id + "}");
    String answer =
        "{\"callback_query_id\":\"" + pressed.path("callback_query_id").asString() + "\"}";

    assertThat(call("getUpdates", "{}").at("/result/0/callback_query/data").asString())
        .isEqualTo("y");
    assertThat(call("answerCallbackQuery", answer).path("ok").asBoolean()).isTrue();
    assertThat(call("answerCallbackQuery", answer).path("ok").asBoolean()).isFalse();
  }

  @Test
  void peopleAndGroupsCanBeOutOfReach() {
    control("POST", "/users/1001/block", "{}");
    assertThat(call("sendMessage", message("a")).path("description").asString())
        .isEqualTo("Forbidden: bot was blocked by the user");
    control("POST", "/users", "{\"id\":1002,\"started\":false}");
    assertThat(call("sendMessage", "{\"chat_id\":1002,\"text\":\"a\"}").path("error_code").asInt())
        .isEqualTo(403);
    control("POST", "/groups", "{\"id\":-500,\"type\":\"group\"}");
    long moved = control("POST", "/groups/-500/migrate", "").path("migrate_to_chat_id").asLong();
    JsonNode answer = call("sendMessage", "{\"chat_id\":-500,\"text\":\"a\"}");
    assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(moved);
  }

  @Test
  void floodIsRefusedWithRetryAfterInBodyAndHeader() {
    control("PUT", "/limits", "{\"chat\":\"1/s\",\"chat_burst\":1}");
    sent("one");
    var refused = exchange("POST", "/bot" + TOKEN + "/sendMessage", message("two"));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("Too Many Requests: retry after 1", "\"retry_after\":1");
    assertThat(control("GET", "/stats", "").at("/requests/too_many_requests").asInt()).isOne();
  }

  @Test
  void aCutAfterAcceptingStoresTheMessageACutBeforeDoesNot() {
    control("POST", "/faults", "{\"kind\":\"cut_after\",\"method\":\"sendMessage\",\"times\":1}");
    assertThatThrownBy(() -> sent("kept")).isInstanceOf(UncheckedIOException.class);
    control("POST", "/faults", "{\"kind\":\"cut_before\",\"times\":1}");
    assertThatThrownBy(() -> sent("lost")).isInstanceOf(UncheckedIOException.class);

    JsonNode log = control("GET", "/outgoing", "").path("items");
    assertThat(log).hasSize(1);
    assertThat(log.get(0).path("text").asString()).isEqualTo("kept");
  }

  @Test
  void faultsMatchAndEnd() {
    control("POST", "/faults", "{\"kind\":\"html_502\",\"chat\":1001,\"times\":1}");
    var page = exchange("POST", "/bot" + TOKEN + "/sendMessage", message("a"));
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).startsWith("<html>");
    control("POST", "/faults", "{\"kind\":\"retry_after\",\"retry_after\":9,\"bot\":\"42\"}");
    assertThat(call("sendMessage", message("a")).at("/parameters/retry_after").asInt())
        .isEqualTo(9);
    control("DELETE", "/faults", "");
    assertThat(call("sendMessage", message("a")).path("ok").asBoolean()).isTrue();
  }

  @Test
  void aSecondPollerEndsTheFirst() {
    CompletableFuture<JsonNode> first =
        CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":30}"));
    eventually(() -> control("GET", "/bots", "").get(0), bot -> bot.path("polling").asBoolean());
    CompletableFuture<JsonNode> second =
        CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":30,\"offset\":1}"));

    String ended =
        CompletableFuture.anyOf(first, second)
            .thenApply(JsonNode.class::cast)
            .join()
            .path("description")
            .asString();
    assertThat(ended).startsWith("Conflict: terminated by other getUpdates request");
    control("POST", "/messages", "{\"user\":1001,\"text\":\"/start\"}");
    JsonNode updates = first.thenCombine(second, (a, b) -> a.path("ok").asBoolean() ? a : b).join();
    assertThat(updates.at("/result/0/message/text").asString()).isEqualTo("/start");
  }

  @Test
  void theTraceOfACallIsNoted() {
    sent("a");
    JsonNode request = control("GET", "/requests?method=sendMessage", "").at("/items/0");

    assertThat(request.path("status").asInt()).isEqualTo(200);
    assertThat(request.path("chat").asLong()).isEqualTo(1001);
    assertThat(request.has("traceparent")).isTrue();
  }

  @Test
  void wrongControlRequestsAreAnsweredWithWords() {
    assertThat(exchange("POST", "/control/faults", "{\"kind\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(exchange("POST", "/control/faults", "{\"oops\":1}").statusCode()).isEqualTo(400);
    assertThat(exchange("GET", "/control/users/9", "").statusCode()).isEqualTo(404);
    assertThat(control("PUT", "/limits", "{\"chat\":\"x\"}").path("error").asString())
        .contains("chat must be a rate");
  }
}
