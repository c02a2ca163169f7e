package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningTest {

  private final Signing signing = signing("a secret of thirty-two characters");

  static Signing signing(String secret) {
    return Signing.with(secret.getBytes(UTF_8));
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
  void acceptsWhatThePreviousKeySignedAndSignsWithItNoMore() {
    byte[] secret = "the secret that there is from now on".getBytes(UTF_8);
    byte[] previous = "a secret of thirty-two characters".getBytes(UTF_8);
    var changing = new Signing(SigningKey.configured(secret), Optional.of(previous));

    assertThat(changing.isValid(signing.sign("a"), "a")).isTrue();
    assertThat(changing.isValidShort(signing.signShort("a"), "a")).isTrue();
    assertThat(changing.isValid(signing.sign("a"), "b")).isFalse();
    assertThat(changing.isValid(changing.sign("a"), "a")).isTrue();
    assertThat(signing.isValid(changing.sign("a"), "a")).isFalse();
    assertThat(signing.isValidShort(changing.signShort("a"), "a")).isFalse();
  }

  @Test
  void aShortSecretStopsTheStartAndIsNotShown() {
    assertThatThrownBy(() -> new SigningSettings("thirty-one characters are short", null))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_SIGNING_SECRET: must have at least 32 characters")
        .hasMessageNotContaining("thirty");
    assertThat(new SigningSettings(" ", null).key()).isEmpty();
    assertThat(new SigningSettings("x".repeat(32), "x".repeat(33))).asString().doesNotContain("xx");
  }

  @Test
  void aPreviousSecretAloneIsAMistake() {
    assertThatThrownBy(() -> new SigningSettings(null, "x".repeat(32)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_SIGNING_SECRET_PREVIOUS: ")
        .hasMessageNotContaining("xxx");
  }
}
