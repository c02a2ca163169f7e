package io.herald.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.runtime.config.Bots;
import io.herald.runtime.config.Bots.Bot;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookAccessTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String TOKEN = "4200:abcdefgh";

  @Test
  void theCommonSecretGuardsBotsWithoutTheirOwn() {
    var bots =
        new Bots(Map.of("alerts", new Bot(TOKEN, ""), "reports", new Bot(TOKEN, "their-own")));

    var secrets = WebhookAccess.secrets(bots, "common");

    assertThat(secrets.get("alerts")).isEqualTo("common".getBytes(UTF_8));
    assertThat(secrets.get("reports")).isEqualTo("their-own".getBytes(UTF_8));
  }

  @Test
  void whileSecretsAreChangedTheOtherOneIsRightToo() {
    var changing = access("the-other");

    assertThat(changing.refusal("main", "current", HERE)).isEmpty();
    assertThat(changing.refusal("main", "the-other", HERE)).isEmpty();
    assertThat(changing.refusal("main", "a-third", HERE)).isPresent();
    assertThat(changing.refusal("unknown", "the-other", HERE)).isPresent();
  }

  @Test
  void withoutAnotherSecretNoneIsNoSecret() {
    assertThat(access("").refusal("main", "", HERE)).isPresent();
    assertThat(access("").refusal("main", null, HERE)).isPresent();
    assertThat(access("").refusal("main", "current", HERE)).isEmpty();
  }

  private static WebhookAccess access(String previous) {
    return new WebhookAccess(Map.of("main", "current".getBytes(UTF_8)), previous, List.of());
  }
}
