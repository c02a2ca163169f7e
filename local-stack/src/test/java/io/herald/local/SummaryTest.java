package io.herald.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Secrets SECRETS = new Secrets("s", "key", "jwt", "oidc", "signing");
  private static final String TOKEN = "1:secret-token";

  @Test
  void namesTheChatPageAndWhatToType() {
    assertThat(summary(Map.of()))
        .contains("Herald is up after 12.5 s.")
        .contains("telegram-emulator    http://localhost:8190")
        .contains("kafka                localhost:9192")
        .contains("Open http://localhost:8190 and type /start in the chat.")
        .contains(
            "The page: http://localhost:8180/ - log in as ann@example.com (password demo-ann)");
  }

  @Test
  void namesNobodyWhereTheProviderIsTheUsersOwn() {
    assertThat(summary(Map.of("HERALD_OIDC_ISSUER_URI", "https://id.example.org")))
        .contains("The page: http://localhost:8180/")
        .doesNotContain("demo-identity", "ann@example.com");
  }

  @Test
  void saysThatItIsTheRealTelegramAndKeepsTheTokenToItself() {
    assertThat(summary(Map.of("TELEGRAM_BOT_TOKEN", TOKEN)))
        .contains("telegram             the real one, long polling")
        .contains("Write /start to your bot in Telegram.")
        .doesNotContain("telegram-emulator", TOKEN);
  }

  private static String summary(Map<String, String> environment) {
    Plan plan = Plan.of(new Options(Path.of("d"), 100, List.of(), false), environment, SECRETS);
    return String.join("\n", Summary.of(plan, Path.of("/d"), Duration.ofMillis(12_500)));
  }
}
