package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import org.junit.jupiter.api.Test;

class SigningTest {

  private final Signing signing = signing("a secret of thirty-two characters");

  static Signing signing(String secret) {
    return new Signing(SigningKey.configured(secret.getBytes(UTF_8)));
  }

  @Test
  void acceptsItsOwnSignatureOfTheSameParts() {
    String signature = signing.sign("download", "j1", "é.mp3");

    assertThat(signature).matches("[A-Za-z0-9_-]{43}");
    assertThat(signing.isValid(signature, "download", "j1", "é.mp3")).isTrue();
  }

  @Test
  void refusesOtherPartsAndTheSameTextCutElsewhere() {
    String signature = signing.sign("download", "j1", "a.mp3");

    assertThat(signing.isValid(signature, "download", "j1", "b.mp3")).isFalse();
    assertThat(signing.isValid(signature, "download", "j1a", ".mp3")).isFalse();
    assertThat(signing.isValid(signature, "download", "j1", "a.mp3", "")).isFalse();
  }

  @Test
  void refusesWhatIsNoWholeSignature() {
    String signature = signing.sign("a");

    assertThat(signing.isValid("", "a")).isFalse();
    assertThat(signing.isValid(signature.substring(0, Signing.SHORT), "a")).isFalse();
    assertThat(signing.isValid(signature + "=", "a")).isFalse();
    assertThat(signing.isValidShort(signature, "a")).isFalse();
  }

  @Test
  void hasAShortFormForButtons() {
    String signature = signing.signShort("main", "7", "cancel:j1");

    assertThat(signature).hasSize(Signing.SHORT);
    assertThat(signing.isValidShort(signature, "main", "7", "cancel:j1")).isTrue();
    assertThat(signing.isValidShort(signature, "main", "8", "cancel:j1")).isFalse();
  }

  @Test
  void refusesWhatAnotherKeySigned() {
    String signature = signing("another secret of the same length").sign("a");

    assertThat(signing.isValid(signature, "a")).isFalse();
  }

  @Test
  void aShortSecretStopsTheStartAndIsNotShown() {
    assertThatThrownBy(() -> new SigningSettings("thirty-one characters are short"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_SIGNING_SECRET: must have at least 32 characters")
        .hasMessageNotContaining("thirty");
    assertThat(new SigningSettings(" ").key()).isEmpty();
    assertThat(new SigningSettings("x".repeat(32))).asString().doesNotContain("xx");
  }
}
