package io.herald.gateway.miniapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.gateway.miniapp.CheckInitData.Finding;
import io.herald.runtime.config.InvalidSetting;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSignatureTest {

  private static final long BOT = 7_654_321;
  private static final Duration HOUR = Duration.ofHours(1);
  private final KeyPair pair = keyPair();

  @Test
  void knowsTheDataOfABotWhoseTokenIsSomebodyElses() throws Exception {
    String data = signed().query() + "&hash=" + "0".repeat(64);
    assertThat(check(BOT, data)).isEqualTo(new Finding.Proven("42"));
    assertThat(check(BOT, data.replaceAll("&hash=.*", ""))).isEqualTo(new Finding.Proven("42"));
  }

  @Test
  void refusesAnotherBotAnotherKeyAndAnythingChanged() throws Exception {
    String data = signed().query();
    assertThat(check(BOT + 1, data)).isEqualTo(new Finding.Forged());
    assertThat(check(BOT, new SignedInitData().thirdParty(BOT, keyPair().getPrivate()).query()))
        .isEqualTo(new Finding.Forged());
    assertThat(check(BOT, data.replace("42", "43"))).isEqualTo(new Finding.Forged());
    assertThat(check(BOT, data + "&more=1")).isEqualTo(new Finding.Forged());
    assertThat(check(BOT, data.replaceAll("signature=[^&]*", "signature=x")))
        .isEqualTo(new Finding.Forged());
    assertThat(check(BOT, data.replaceAll("signature=[^&]*", "signature=" + "_".repeat(86))))
        .isEqualTo(new Finding.Forged());
  }

  @Test
  void refusesEveryCharacterOfTheSignatureThatIsChanged() throws Exception {
    String data = signed().query();
    int start = data.indexOf("signature=") + 10;
    for (int i = start; i < start + 85; i++) {
      char other = data.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(check(BOT, data.substring(0, i) + other + data.substring(i + 1)))
          .isEqualTo(new Finding.Forged());
    }
  }

  @Test
  void theBotsOwnSignatureCoversTelegrams() throws Exception {
    String data = signed().signed("42:TEST");
    var check = new CheckInitData(List.of(new BotSignature("42:TEST")), HOUR);
    assertThat(check.check(data, SignedInitData.WRITTEN)).isEqualTo(new Finding.Proven("42"));
    assertThat(check.check(data.replaceAll("&signature=[^&]*", ""), SignedInitData.WRITTEN))
        .isEqualTo(new Finding.Forged());
  }

  @Test
  void readsAKeyAsJavaWritesIt() {
    byte[] written = pair.getPublic().getEncoded();
    String hex = HexFormat.of().formatHex(written, written.length - 32, written.length);
    assertThat(TelegramSignature.key(hex)).isEqualTo(pair.getPublic());
    assertThat(TelegramSignature.key(TelegramSignature.TELEGRAM).getEncoded())
        .endsWith(HexFormat.of().parseHex(TelegramSignature.TELEGRAM));
    assertThat(new MiniAppSettings(HOUR, List.of(), TelegramSignature.TELEGRAM).key())
        .isEqualTo(TelegramSignature.key(TelegramSignature.TELEGRAM));
  }

  // From RFC 8032, section 7.1, test 2.
  @Test
  void verifiesAsTheStandardSays() throws Exception {
    var verifier = java.security.Signature.getInstance("Ed25519");
    verifier.initVerify(
        TelegramSignature.key("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    verifier.update((byte) 0x72);
    assertThat(
            verifier.verify(
                HexFormat.of()
                    .parseHex(
                        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e7bf", "not hexadecimal", "e7bf03a2fa4602af4580703d88dda5bb"})
  void namesAKeyThatIsNone(String hex) {
    assertThatThrownBy(() -> new MiniAppSettings(HOUR, List.of(), hex))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_MINIAPP_PUBLICKEY: ");
  }

  @Test
  void namesOtherSettingsThatAreWrong() {
    String key = TelegramSignature.TELEGRAM;
    for (Duration age : Arrays.asList(Duration.ZERO, Duration.ofHours(25))) {
      assertThatThrownBy(() -> new MiniAppSettings(age, List.of(), key))
          .hasMessageStartingWith("HERALD_MINIAPP_MAXAGE: ");
    }
    assertThatThrownBy(() -> new MiniAppSettings(HOUR, List.of(0L), key))
        .hasMessageStartingWith("HERALD_MINIAPP_BOTIDS: ");
  }

  private SignedInitData signed() throws GeneralSecurityException {
    return new SignedInitData().thirdParty(BOT, pair.getPrivate());
  }

  private Finding check(long bot, String data) {
    var signature = new TelegramSignature(bot, pair.getPublic());
    return new CheckInitData(List.of(signature), HOUR).check(data, SignedInitData.WRITTEN);
  }

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
