package io.herald.gateway.account;

import static io.herald.gateway.account.Person.PATH;
import static io.herald.gateway.account.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.gateway.RunningGateway;
import io.herald.runtime.account.LinkCodes;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** With a Telegram that says what the bot is called, and backends that go away. */
@BesideOthers
class AccountOutageTest {

  private static DisposableServer telegram;
  private static TestKafka kafka;
  private static TestRedis redis;
  private static RunningGateway gateway;

  @BeforeAll
  static void open() {
    telegram =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((_, response) ->
                response
                    .header("Content-Type", "application/json")
                    .sendString(
                        Mono.just(
                            """
                            {"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Herald",\
                            "username":"herald_test_bot"}}\
                            """)))
            .bindNow();
    kafka = Backends.newKafka();
    redis = Backends.newRedis();
    gateway =
        RunningGateway.start(
            kafka,
            redis,
            "TELEGRAM_API_URL=http://127.0.0.1:" + telegram.port(),
            "spring.kafka.producer.properties.[delivery.timeout.ms]=1500",
            "spring.kafka.producer.properties.[request.timeout.ms]=1000",
            "spring.data.redis.timeout=1s");
    untilAccountsAreKnown(Person.of(gateway));
  }

  private static void untilAccountsAreKnown(Person somebody) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> somebody.get(PATH + "/status").statusCode() == 200);
  }

  @AfterAll
  static void close() {
    gateway.close();
    redis.close();
    kafka.close();
    telegram.disposeNow();
  }

  @Test
  void givesAnAddressThatLinks() {
    Person ann = Person.of(gateway);
    HttpResponse<String> answer = ann.get(PATH + "/link-account");

    assertThat(answer.statusCode()).isEqualTo(200);
    String url = json(answer).get("url").stringValue();
    assertThat(url).matches("https://t\\.me/herald_test_bot\\?start=[A-Za-z0-9_-]{20,64}");
    assertThat(Instant.parse(json(answer).get("expires_at").stringValue()))
        .isBetween(Instant.now().plusSeconds(590), Instant.now().plusSeconds(600));
    String token = url.substring(url.indexOf('=') + 1);
    assertThat(gateway.part(LinkCodes.class).redeemToken(token, "a").block(Duration.ofMinutes(1)))
        .isEqualTo(ann.user());
    assertThat(json(ann.get(PATH + "/status")).get("bot_username").stringValue())
        .isEqualTo("herald_test_bot");
  }

  @Test
  void doesNotTakeAnybodyForUnlinkedWithoutRedis() {
    Person ann = Person.of(gateway).linked();
    redis.stop();
    try {
      for (HttpResponse<String> answer :
          List.of(
              ann.get(PATH + "/status"),
              ann.get(PATH + "/link-account"),
              ann.get(PATH + "/preferences"),
              ann.put(PATH + "/preferences", "{}"),
              ann.post(PATH + "/send-test-message", ""),
              ann.post("/unlink", ""),
              ann.verify("123456"))) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(json(answer).get("detail").stringValue()).contains("accounts");
      }
    } finally {
      redis.start();
    }
    untilAccountsAreKnown(ann);
    assertThat(json(ann.get(PATH + "/status")).get("linked").booleanValue()).isTrue();
  }

  @Test
  void linksNobodyWithoutKafkaAndSaysSo() {
    Person ann = Person.of(gateway);
    Person bob = Person.of(gateway).linked();
    String code = ann.code();
    kafka.stop();
    try {
      assertThat(ann.verify(code).statusCode()).isEqualTo(503);
      assertThat(bob.post(PATH + "/send-test-message", "").statusCode()).isEqualTo(503);
      assertThat(bob.post("/unlink", "").statusCode()).isEqualTo(503);
      assertThat(json(bob.get(PATH + "/status")).get("linked").booleanValue()).isTrue();
    } finally {
      kafka.start();
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> ann.verify(ann.code()).statusCode() == 200);
  }
}
