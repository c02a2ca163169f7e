package io.herald.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.runtime.config.Bots.Bot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotsTest {

  private static final String TOKEN = "123456:ABC-def_ghi";
  private static final String SECRET = "s3cret_-Z";

  @Test
  void findsTheConfiguredOnes() {
    Bots bots = new Bots(Map.of("main", new Bot(TOKEN, SECRET), "alerts2", new Bot(TOKEN, "")));

    assertThat(bots.isEmpty()).isFalse();
    assertThat(bots.find("main")).contains(new Bot(TOKEN, SECRET));
    assertThat(bots.find("alerts2").orElseThrow().webhookSecret()).isEmpty();
    assertThat(bots.find("other")).isEmpty();
  }

  @Test
  void leavesOutBotsWithoutToken() {
    Bots bots = new Bots(Map.of("main", new Bot(null, SECRET), "b", new Bot(" ", null)));

    assertThat(bots.isEmpty()).isTrue();
    assertThat(bots.find("main")).isEmpty();
  }

  @Test
  void forgivesBlanksAround() {
    Bots bots = new Bots(Map.of("main", new Bot(" " + TOKEN + "\n", SECRET + "\n")));

    assertThat(bots.find("main")).contains(new Bot(TOKEN, SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "my bot", "a-b", "a_b", "ünited", "../x"})
  void refusesNamesThatDoNotFitAPath(String name) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new Bots(Map.of(name, new Bot(TOKEN, SECRET))))
        .withMessageContaining("_TOKEN: a bot's name")
        .withMessageNotContaining(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense-secret", "123456", "123456:", "123456:a b", ":ABCDEF", "x:ABC"})
  void refusesTokensThatAreNoneWithoutTellingThem(String token) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new Bots(Map.of("main", new Bot(token, SECRET))))
        .withMessageStartingWith("TELEGRAM_BOT_TOKEN: ")
        .withMessageNotContaining(token + " ");
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new Bots(Map.of("alerts", new Bot(token, SECRET))))
        .withMessageStartingWith("HERALD_BOTS_ALERTS_TOKEN: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "umlaut-ü", "colon:", "dot."})
  void refusesSecretsThatTelegramWouldNotTake(String secret) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new Bots(Map.of("main", new Bot(TOKEN, secret))))
        .withMessageStartingWith("HERALD_BOTS_MAIN_WEBHOOKSECRET: ")
        .withMessageNotContaining(secret);
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new Bots(Map.of("alerts", new Bot(TOKEN, secret))))
        .withMessageStartingWith("HERALD_BOTS_ALERTS_WEBHOOKSECRET: ");
  }

  @Test
  void takesSecretsUpToTelegramsLength() {
    new Bots(Map.of("main", new Bot(TOKEN, "x".repeat(256))));

    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new Bots(Map.of("main", new Bot(TOKEN, "x".repeat(257)))));
  }

  @Test
  void showsNoSecret() {
    Bots bots = new Bots(Map.of("main", new Bot(TOKEN, SECRET)));

    assertThat(bots.toString()).contains("main").doesNotContain(TOKEN, SECRET, "ABC-def");
  }
}
