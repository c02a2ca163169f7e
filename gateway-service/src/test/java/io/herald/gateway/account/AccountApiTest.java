package io.herald.gateway.account;

import static io.herald.gateway.account.Person.PATH;
import static io.herald.gateway.account.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.contact.SuspendedContacts;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.redis.RedisLink;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/telegram/*} in front of a real Kafka and Redis. */
class AccountApiTest {

  private final RunningGateway gateway = RunningGateway.shared();
  private final Person ann = Person.of(gateway);

  @Test
  void linksTheChatThatWasGivenTheCode() {
    assertThat(ann.get(PATH + "/status").body()).isEqualTo("{\"linked\":false}");
    Instant before = Instant.now().minusSeconds(1);

    HttpResponse<String> answer = ann.post(PATH + "/verify-link", code(ann.code()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("linked").booleanValue()).isTrue();
    var status = json(ann.get(PATH + "/status"));
    assertThat(status.get("linked").booleanValue()).isTrue();
    assertThat(Instant.parse(status.get("linked_at").stringValue()))
        .isBetween(before, Instant.now());
    assertThat(status.get("username").stringValue()).isEqualTo("ann");
    assertThat(status.get("suspended").booleanValue()).isFalse();
    assertThat(ann.lastAccount().link().chat()).isEqualTo(ann.chat());
    assertThat(lastTold()).startsWith("✅ This chat is linked now.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/verify", PATH + "/verify", PATH + "/verify-link"})
  void verifiesAtAnyOfItsAddresses(String path) {
    assertThat(ann.post(path, code(ann.code())).statusCode()).isEqualTo(200);
  }

  @Test
  void takesACodeAsPeopleWriteIt() {
    String code = ann.code();
    assertThat(ann.verify(code.substring(0, 3) + " " + code.substring(3)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = ann.linked().code();
    ann.post("/unlink", "");
    assertThat(ann.verify(code).statusCode()).isEqualTo(200);
    ann.post("/unlink", "");
    assertThat(ann.verify(code).statusCode()).isEqualTo(400);
  }

  @Test
  void countsWrongCodesAcrossLinks() {
    for (int i = 0; i < 4; i++) {
      assertThat(ann.verify("000000").statusCode()).isEqualTo(400);
    }
    ann.linked();
    ann.post(PATH + "/unlink", "");

    assertThat(json(ann.verify("000000")).get("detail").stringValue()).endsWith("left: 0");
    assertThat(ann.verify(ann.code()).statusCode()).isEqualTo(429);
  }

  @Test
  void countsWrongCodesAndLocksOut() {
    String right = ann.code();
    String wrong = right.equals("000000") ? "000001" : "000000";
    for (int left = 4; left >= 0; left--) {
      HttpResponse<String> answer = ann.verify(wrong);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).get("detail").stringValue()).endsWith("attempts left: " + left);
      assertThat(json(answer).at("/errors/0/path").stringValue()).isEqualTo("/code");
    }
    HttpResponse<String> locked = ann.verify(right);
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(890L, 900L);

    assertThat(Person.of(gateway).verify(right).statusCode())
        .as("the code is still good for who is not locked out")
        .isEqualTo(200);
  }

  @Test
  void aRightCodeForgivesWrongOnes() {
    String right = ann.code();
    for (int i = 0; i < 4; i++) {
      ann.verify(right.equals("000000") ? "000001" : "000000");
    }
    assertThat(ann.verify(right).statusCode()).isEqualTo(200);
    ann.post("/unlink", "");
    assertThat(ann.verify(ann.code()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"code\":12345}",
        "{\"code\":\"12345\"}",
        "{\"code\":\"12345a\"}",
        "{\"code\":\"1234567\"}",
        "{\"code\":null}",
        "{\"code\":\"١٢٣٤٥٦\"}"
      })
  void refusesWhatIsNoCodeWithoutCountingIt(String body) {
    for (int i = 0; i < 6; i++) {
      assertThat(ann.post(PATH + "/verify", body).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void refusesALargeBody() {
    String body = code("1".repeat(20_000));
    assertThat(ann.post(PATH + "/verify", body).statusCode()).isEqualTo(413);
  }

  @Test
  void nothingIsLinkedTwice() {
    ann.linked();
    assertThat(ann.verify(ann.code()).statusCode()).isEqualTo(409);
    assertThat(ann.get(PATH + "/link-account").statusCode()).isEqualTo(409);

    Person bob = Person.of(gateway);
    HttpResponse<String> taken = bob.verify(ann.code());
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(json(taken).get("detail").stringValue()).contains("somebody else");
    assertThat(json(bob.get(PATH + "/status")).get("linked").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/unlink", PATH + "/unlink", PATH + "/unlink-account"})
  void unlinksAndTellsTheChat(String path) {
    ann.linked();
    ann.put(PATH + "/preferences", "{\"enabled\":false}");

    HttpResponse<String> answer = ann.post(path, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"linked\":false}");
    assertThat(ann.lastAccount().link()).isNull();
    assertThat(ann.lastAccount().preferences().enabled()).isFalse();
    assertThat(lastTold()).startsWith("This chat is not linked any more");
    assertThat(ann.post(path, "").statusCode()).isEqualTo(409);
    assertThat(Person.of(gateway).verify(ann.code()).statusCode())
        .as("the chat is free for anybody")
        .isEqualTo(200);
  }

  @Test
  void sendsATestMessageTheWayOfAllNotifications() {
    assertThat(ann.post(PATH + "/send-test-message", "").statusCode()).isEqualTo(409);

    HttpResponse<String> answer = ann.linked().post(PATH + "/send-test-message", "");

    assertThat(answer.statusCode()).isEqualTo(202);
    String id = json(answer).get("id").stringValue();
    assertThat(answer.headers().firstValue("Location")).contains("/api/notifications/" + id);
    try (var published = gateway.publishedOn(Topics.NOTIFICATIONS)) {
      var sent = published.of("user:" + ann.user(), NotificationRequested.class).getLast();
      assertThat(sent.id()).isEqualTo(id);
      assertThat(sent.template()).isEqualTo("system.test");
      assertThat(sent.priority()).isEqualTo(Lane.INTERACTIVE);
      assertThat(gateway.part(ReadNotification.class).read(Json.write(sent))).isEqualTo(sent);
    }
  }

  @Test
  void saysWhoHasBlockedTheBot() {
    ann.linked();
    new SuspendedContacts(gateway.part(RedisLink.class))
        .suspend("main", ann.chat(), "blocked")
        .block(Duration.ofMinutes(1));
    assertThat(json(ann.get(PATH + "/status")).get("suspended").booleanValue()).isTrue();
  }

  @Test
  void aProgramActsForWhomItSays() {
    ApiClient desk = new ApiClient(gateway, RunningGateway.ACCOUNT_KEY);
    String whose = "?user=" + ann.user();

    assertThat(desk.post(PATH + "/verify" + whose, code(ann.code())).statusCode()).isEqualTo(200);
    assertThat(json(ann.get(PATH + "/status")).get("linked").booleanValue()).isTrue();
    assertThat(desk.get(PATH + "/status").statusCode()).isEqualTo(400);
    assertThat(ApiClient.sender(gateway).get(PATH + "/status" + whose).statusCode()).isEqualTo(403);
    assertThat(new ApiClient(gateway, "x").get(PATH + "/status" + whose).statusCode())
        .isEqualTo(401);
    assertThat(ann.get(PATH + "/status?user=bob").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/telegram/link-account",
    "POST, /api/telegram/verify-link",
    "POST, /api/telegram/verify",
    "POST, /verify",
    "GET, /api/telegram/status",
    "POST, /api/telegram/send-test-message",
    "POST, /api/telegram/unlink-account",
    "POST, /api/telegram/unlink",
    "POST, /unlink",
    "GET, /api/telegram/preferences",
    "PUT, /api/telegram/preferences"
  })
  void wantsToKnowWhoAsks(String method, String path) {
    var nobody = new ApiClient(gateway, "");
    HttpResponse<String> answer =
        nobody.send(nobody.at(path).method(method, BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("ApiKey", "Bearer");
  }

  @Test
  void saysThatTelegramIsAwayWhereItsWordIsNeeded() {
    HttpResponse<String> answer = ann.get(PATH + "/link-account");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(answer).get("detail").stringValue()).contains("Telegram does not say");
  }

  private String lastTold() {
    try (var published = gateway.publishedOn(Topics.OUTBOUND_INTERACTIVE)) {
      List<OutboundMessage> told = published.of("main:" + ann.chat(), OutboundMessage.class);
      return ((TextContent) told.getLast().content()).text();
    }
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }
}
