package io.herald.gateway.account;

import static io.herald.gateway.account.Person.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutBotTest {

  @Test
  void saysThatNoTokenIsConfigured() {
    try (var gateway =
        RunningGateway.start(
            Backends.kafka(),
            Backends.redis(),
            "TELEGRAM_BOT_TOKEN=",
            "herald.bots.alerts.token=")) {
      Person ann = Person.of(gateway);
      for (var answer :
          List.of(
              ann.get(PATH + "/status"),
              ann.get(PATH + "/link-account"),
              ann.verify("123456"),
              ann.post("/unlink", ""),
              ann.post(PATH + "/send-test-message", ""),
              ann.get(PATH + "/preferences"))) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("TELEGRAM_BOT_TOKEN");
      }
      assertThat(new ApiClient(gateway, "").get(PATH + "/status").statusCode()).isEqualTo(401);
    }
  }
}
