package io.herald.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginSettingsTest {

  private static final Duration A_DAY = Duration.ofDays(1);

  @Test
  void nothingIsNeeded() {
    assertThat(new LoginSettings(" ", null, null, "sub", A_DAY).isConfigured()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "id.example.org, herald, long-enough, HERALD_OIDC_ISSUER_URI",
    "https://u:p@id.example.org, herald, long-enough, HERALD_OIDC_ISSUER_URI",
    "https://id.example.org, '', long-enough, HERALD_OIDC_CLIENT_ID",
    "https://id.example.org, herald, '', HERALD_OIDC_CLIENT_SECRET",
    "https://id.example.org, herald, short, HERALD_OIDC_CLIENT_SECRET"
  })
  void aWrongOneIsNamedAndNotRepeated(String issuer, String id, String secret, String named) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> new LoginSettings(issuer, id, secret, "sub", A_DAY))
        .withMessageStartingWith(named + ": ")
        .withMessageNotContaining("u:p");
  }

  @Test
  void theSecretIsNotShown() {
    assertThat(new LoginSettings("https://id.example.org", "herald", "long-enough", "sub", A_DAY))
        .asString()
        .doesNotContain("long-enough");
  }
}
