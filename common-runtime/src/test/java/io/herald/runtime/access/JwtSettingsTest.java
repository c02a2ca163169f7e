package io.herald.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtSettingsTest {

  @Test
  void acceptsNoTokensWithoutSettings() {
    var none = new JwtSettings(null, null, " ", null, "");
    assertThat(none.key()).isEmpty();
    assertThat(none.issuer()).isEmpty();
    assertThat(none.userClaim()).isEqualTo("sub");
  }

  @Test
  void namesASecretThatIsTooShort() {
    assertThatThrownBy(() -> new JwtSettings("x".repeat(31), null, null, null, null))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_JWT_SECRET: must have at least 32 bytes")
        .hasMessageNotContaining("xxx");
    assertThat(new JwtSettings("x".repeat(32), null, null, null, null).key()).isPresent();
    assertThat(new JwtSettings("x".repeat(32), null, null, null, null).toString())
        .doesNotContain("xxx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id.example.org", "ftp://x", "https://", "https://a:b@x", "https://x?y", "h t"})
  void namesAnIssuerThatIsNoAddress(String uri) {
    assertThatThrownBy(() -> new JwtSettings(null, null, uri, null, null))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_JWT_ISSUER_URI: must be the issuer's address");
  }

  @Test
  void aPreviousSecretStandsBesideTheSecretAndIsLongEnough() {
    assertThatThrownBy(() -> new JwtSettings(null, "x".repeat(32), null, null, null))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_JWT_SECRET_PREVIOUS: ");
    assertThatThrownBy(() -> new JwtSettings("x".repeat(32), "short", null, null, null))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_JWT_SECRET_PREVIOUS: ");
  }
}
