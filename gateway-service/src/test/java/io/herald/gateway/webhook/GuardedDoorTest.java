package io.herald.gateway.webhook;

import static io.herald.gateway.WebhookClient.SECRET_HEADER;
import static io.herald.gateway.WebhookClient.message;
import static io.herald.gateway.WebhookClient.newUpdateId;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.WebhookClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway behind two proxies, for Telegram's addresses alone, with limits that are soon met. */
class GuardedDoorTest {

  private static final String TELEGRAM = "149.154.161.7";

  private static RunningGateway gateway;
  private static WebhookClient client;

  @BeforeAll
  static void open() {
    gateway =
        RunningGateway.start(
            Backends.kafka(),
            Backends.redis(),
            "herald.webhook.sources=telegram,2001:db8::/32",
            "herald.webhook.trusted-proxies=127.0.0.1,10.0.0.0/8",
            "herald.limits.address=5/m",
            "herald.limits.sender=1/s",
            // There Spring would believe X-Forwarded-For of anybody, before the gateway looks.
            "spring.main.cloud-platform=kubernetes");
    client = new WebhookClient(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TELEGRAM,
        "2001:db8::7",
        "  149.154.161.7 , 10.1.2.3",
        "203.0.113.9, 149.154.161.7",
        "nonsense, 149.154.161.7, 10.0.0.1"
      })
  void takesUpdatesFromTheSourceThatItsProxiesSaw(String forwardedFor) {
    assertThat(from(forwardedFor).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.9",
        // The client wrote the first itself; the proxy saw the second.
        "149.154.161.7, 203.0.113.9",
        "149.154.161.7, 203.0.113.10, 10.0.0.1",
        "149.154.161.7, nonsense",
        "149.154.161.7, 999.1.1.1",
        "\"149.154.161.7, 203.0.113.11",
        ""
      })
  void believesNoAddressThatAStrangerWrote(String forwardedFor) {
    assertThat(from(forwardedFor).statusCode()).isIn(403, 429);
  }

  @Test
  void readsRepeatedHeadersAsOne() {
    HttpRequest.Builder request =
        client
            .delivery(update())
            .header("X-Forwarded-For", TELEGRAM)
            .header("X-Forwarded-For", "203.0.113.12");

    assertThat(client.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void limitsAnAddressThatIsRefusedTooOftenAndNobodyElse() {
    String stranger = "198.51.100." + ThreadLocalRandom.current().nextInt(1, 128);
    List<Integer> statuses = new ArrayList<>();
    for (int time = 0; time < 5; time++) {
      statuses.add(intruder(stranger).statusCode());
    }
    assertThat(statuses).containsOnly(401);

    HttpResponse<String> limited = intruder(stranger);

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(retryAfter(limited)).isPositive();
    assertThat(limited.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(intruder("198.51.100." + (128 + stranger.hashCode() % 64)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void takesAuthenticUpdatesFromALimitedAddress() {
    String address = "91.108.4." + ThreadLocalRandom.current().nextInt(1, 255);
    for (int time = 0; time < 20; time++) {
      intruder(address);
    }
    assertThat(intruder(address).statusCode()).isEqualTo(429);

    assertThat(from(address).statusCode()).isEqualTo(200);
  }

  @Test
  void limitsASenderWhoFloods() {
    long sender = ThreadLocalRandom.current().nextLong(1L << 40);
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int sent = 0; sent < 60; sent++) {
      answers.add(client.send(telegram(message(newUpdateId(), sender))));
    }

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .startsWith(200, 200, 200)
        .contains(429)
        .containsOnly(200, 429);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
        .allSatisfy(answer -> assertThat(retryAfter(answer)).isPositive());
    assertThat(client.send(telegram(message(newUpdateId(), sender + 1))).statusCode())
        .isEqualTo(200);
  }

  private static HttpResponse<String> from(String forwardedFor) {
    return client.send(client.delivery(update()).header("X-Forwarded-For", forwardedFor));
  }

  private static HttpResponse<String> intruder(String address) {
    return client.send(
        client
            .delivery(update())
            .setHeader(SECRET_HEADER, "guess")
            .header("X-Forwarded-For", address));
  }

  private static HttpRequest.Builder telegram(String update) {
    return client.delivery(update).header("X-Forwarded-For", TELEGRAM);
  }

  private static String update() {
    return message(newUpdateId(), ThreadLocalRandom.current().nextLong(1L << 40));
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Retry-After").orElse(-1);
  }
}
