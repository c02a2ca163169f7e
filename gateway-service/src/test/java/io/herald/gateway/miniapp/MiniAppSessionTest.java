package io.herald.gateway.miniapp;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.TelegramIdentity;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniAppSessionTest {

  private static final String PATH = "/api/telegram/miniapp/session";
  private static final String MAIN = "123456:MAIN-token";
  private static final String ALERTS = "654321:ALERTS-token";
  private static final long STRANGER = 7_777_777;

  private final RunningGateway gateway = RunningGateway.shared();
  private final long chat = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L);
  private final String user = "ann-" + UUID.randomUUID();

  @Test
  void givesATokenToWhoIsLinked() {
    link(gateway);
    HttpResponse<String> answer = ask(gateway, opened(Instant.now()).signed(MAIN));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).get("linked").booleanValue()).isTrue();
    assertThat(Instant.parse(json(answer).get("expires_at").stringValue()))
        .isBetween(Instant.now().plusSeconds(590), Instant.now().plusSeconds(600));
    HttpResponse<String> status = status(json(answer).get("token").stringValue());
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(json(status).get("linked").booleanValue()).isTrue();
  }

  @Test
  void knowsThePersonInTheAppOfAnotherOfOurBots() {
    link(gateway);
    assertThat(ask(gateway, opened(Instant.now()).signed(ALERTS)).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsWhoIsNotLinkedToLink() {
    HttpResponse<String> answer = ask(gateway, opened(Instant.now()).signed(MAIN));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).get("detail").stringValue()).contains("/start");
  }

  @Test
  void refusesWhatIsForgedOrOld() {
    link(gateway);
    String good = opened(Instant.now()).signed(MAIN);
    unauthorized(good.replace("Ann", "Eve"));
    unauthorized(good + "&user=x");
    unauthorized(opened(Instant.now()).signed("123456:MAIN-other"));
    unauthorized(opened(Instant.now().minusSeconds(3_601)).signed(MAIN));
    unauthorized(opened(Instant.now().plusSeconds(60)).signed(MAIN));
    unauthorized(opened(Instant.now()).query());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"initData\":\"\"}", "{\"initData\":5}", "\"x\""})
  void saysWhatToSend(String body) {
    assertThat(post(gateway, body, "10.0.0.1").statusCode()).isEqualTo(400);
  }

  @Test
  void refusesALargeBody() {
    String body = "{\"initData\":\"" + "x".repeat(40_000) + "\"}";
    assertThat(post(gateway, body, "10.0.0.1").statusCode()).isEqualTo(413);
  }

  @Test
  void refusesForgersWhoComeAgainAndAgain() {
    link(gateway);
    String address = "10.9.8." + ThreadLocalRandom.current().nextInt(256);
    comesAgainUntilRefused(body("hash=0"), address);
    String good = body(opened(Instant.now()).signed(MAIN));
    assertThat(post(gateway, good, address).statusCode())
        .as("whoever has the right data is not held back by them")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}"})
  void refusesWhoSendsNonsenseAgainAndAgain(String nonsense) {
    comesAgainUntilRefused(nonsense, "10.9.7." + ThreadLocalRandom.current().nextInt(256));
  }

  private void comesAgainUntilRefused(String body, String address) {
    int status = 0;
    for (int i = 0; i < 80 && status != 429; i++) {
      status = post(gateway, body, address).statusCode();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void knowsTheAppOfABotWhoseTokenIsSomebodyElses() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] key = pair.getPublic().getEncoded();
    try (var other =
        RunningGateway.start(
            Backends.kafka(),
            Backends.redis(),
            "herald.miniapp.bot-ids=" + STRANGER,
            "herald.miniapp.public-key="
                + HexFormat.of().formatHex(key, key.length - 32, key.length))) {
      link(other);
      String data = opened(Instant.now()).thirdParty(STRANGER, pair.getPrivate()).query();
      assertThat(ask(other, data).statusCode()).isEqualTo(200);
      assertThat(ask(other, data.replace("Ann", "Eve")).statusCode()).isEqualTo(401);
      assertThat(ask(gateway, data).statusCode()).as("not everywhere").isEqualTo(401);
    }
  }

  @Test
  void saysThatThereIsNothingToSignWith() {
    try (var other =
        RunningGateway.start(Backends.kafka(), Backends.redis(), "herald.jwt.secret=")) {
      HttpResponse<String> answer = ask(other, opened(Instant.now()).signed(MAIN));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("HERALD_JWT_SECRET");
    }
  }

  private SignedInitData opened(Instant at) {
    return new SignedInitData()
        .with("auth_date", String.valueOf(at.getEpochSecond()))
        .with("user", "{\"id\":" + chat + ",\"first_name\":\"Ann\"}");
  }

  private void link(RunningGateway gateway) {
    var chatting = new TelegramIdentity("main", String.valueOf(chat), null, "Ann");
    var linked =
        gateway
            .part(LinkChat.class)
            .link(user, chatting, Instant.now())
            .block(Duration.ofMinutes(1));
    assertThat(linked).isInstanceOf(LinkChat.Outcome.Linked.class);
  }

  private void unauthorized(String data) {
    HttpResponse<String> answer = ask(gateway, data);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("tma");
  }

  private HttpResponse<String> ask(RunningGateway gateway, String initData) {
    return post(gateway, body(initData), "10.1.2." + ThreadLocalRandom.current().nextInt(256));
  }

  private static String body(String initData) {
    return new String(Json.write(Map.of("initData", initData)));
  }

  private static HttpResponse<String> post(RunningGateway gateway, String body, String address) {
    return new ApiClient(gateway, "")
        .send(
            HttpRequest.newBuilder(gateway.address().resolve(PATH))
                .timeout(Duration.ofMinutes(1))
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> status(String token) {
    return new ApiClient(gateway, "")
        .send(
            HttpRequest.newBuilder(gateway.address().resolve("/api/telegram/status"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token));
  }
}
