package io.herald.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.runtime.config.Bots;
import io.herald.runtime.config.Bots.Bot;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookAccessTest {

  private static final String TOKEN = "4200:abcdefgh";

  @Test
  void theCommonSecretGuardsBotsWithoutTheirOwn() {
    var bots =
        new Bots(Map.of("alerts", new Bot(TOKEN, ""), "reports", new Bot(TOKEN, "their-own")));

    var secrets = WebhookAccess.secrets(bots, "common");

    assertThat(secrets.get("alerts")).isEqualTo("common".getBytes(UTF_8));
    assertThat(secrets.get("reports")).isEqualTo("their-own".getBytes(UTF_8));
  }
}
