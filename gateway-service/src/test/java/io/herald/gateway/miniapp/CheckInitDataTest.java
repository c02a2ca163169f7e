package io.herald.gateway.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.miniapp.CheckInitData.Finding;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckInitDataTest {

  // A vector that others publish, too.
  private static final String TOKEN = "42:TEST";
  private static final String VECTOR =
      "auth_date=1650385342&user=%7B%22id%22%3A42%2C%22first_name%22%3A%22Test%22%7D&query_id=test"
          + "&hash=46d2ea5e32911ec8d30999b56247654460c0d20949b6277af519e76271182803";
  private static final Instant WRITTEN = Instant.ofEpochSecond(1_650_385_342);
  private static final Duration HOUR = Duration.ofHours(1);

  private final CheckInitData check =
      new CheckInitData(List.of(new BotSignature("1:OTHER"), new BotSignature(TOKEN)), HOUR);

  @Test
  void knowsTheVectorsUser() {
    assertThat(check.check(VECTOR, WRITTEN)).isEqualTo(new Finding.Proven("42"));
  }

  @Test
  void refusesTheTokenOfAnotherBot() {
    var other = new CheckInitData(List.of(new BotSignature("42:TESU")), HOUR);
    assertThat(other.check(VECTOR, WRITTEN)).isEqualTo(new Finding.Forged());
    assertThat(new CheckInitData(List.of(), HOUR).check(VECTOR, WRITTEN))
        .isEqualTo(new Finding.Forged());
  }

  @Test
  void refusesEveryCharacterThatIsChanged() {
    for (int i = 0; i < VECTOR.length(); i++) {
      for (char other : new char[] {'0', 'x', (char) (VECTOR.charAt(i) ^ 1)}) {
        String changed = VECTOR.substring(0, i) + other + VECTOR.substring(i + 1);
        boolean same = changed.equals(VECTOR) || meansTheSame(changed);
        assertThat(check.check(changed, WRITTEN))
            .as("position %d: %s", i, other)
            .isEqualTo(same ? new Finding.Proven("42") : new Finding.Forged());
      }
    }
  }

  // %7b is what %7B is.
  private static boolean meansTheSame(String changed) {
    return InitData.parse(changed).equals(InitData.parse(VECTOR));
  }

  @Test
  void refusesWhatIsLeftOutOrPutIn() {
    forged(VECTOR.replace("&query_id=test", ""));
    forged(VECTOR + "&start_param=x");
    forged(VECTOR.replaceAll("&hash=.*", ""));
    forged(VECTOR.replaceAll("&hash=.*", "&hash="));
    forged(VECTOR.replace("46d2ea", "46D2EA"));
    forged(VECTOR.substring(0, VECTOR.length() - 2));
    forged("");
    forged("&".repeat(100_000));
    forged("a=b&".repeat(3) + "%zz=1");
    forged("=1");
  }

  @Test
  void refusesKeysThatComeTwiceEvenWhenOneOfThemIsRight() {
    forged(VECTOR + "&query_id=test");
    forged(VECTOR + "&%71uery_id=test");
    forged("hash=" + "0".repeat(64) + "&" + VECTOR);
    forged("user=%7B%22id%22%3A43%7D&" + VECTOR);
  }

  @Test
  void refusesWhatIsLongerThanTelegramWrites() {
    String data = new SignedInitData().with("start_param", "x".repeat(9_000)).signed(TOKEN);
    assertThat(check.check(data, SignedInitData.WRITTEN)).isEqualTo(new Finding.Forged());
  }

  @Test
  void anHourIsNotTooOldAndHalfAMinuteAheadIsAClock() {
    assertThat(check.check(VECTOR, WRITTEN.plus(HOUR))).isEqualTo(new Finding.Proven("42"));
    assertThat(check.check(VECTOR, WRITTEN.plus(HOUR).plusSeconds(1)))
        .isEqualTo(new Finding.Stale());
    assertThat(check.check(VECTOR, WRITTEN.minusSeconds(30))).isEqualTo(new Finding.Proven("42"));
    assertThat(check.check(VECTOR, WRITTEN.minusSeconds(31))).isEqualTo(new Finding.Stale());
  }

  @Test
  void wantsADateThatIsOne() {
    for (String date : List.of("", "soon", "-1", "9".repeat(30), "1650385342.5")) {
      String data = new SignedInitData().with("auth_date", date).signed(TOKEN);
      assertThat(check.check(data, SignedInitData.WRITTEN)).isEqualTo(new Finding.Stale());
    }
  }

  @Test
  void saysWhenThereIsNoUser() {
    for (String user : List.of("", "null", "{}", "{\"id\":0}", "{\"id\":\"x\"}", "[", "42")) {
      String data = new SignedInitData().with("user", user).signed(TOKEN);
      assertThat(check.check(data, SignedInitData.WRITTEN)).isEqualTo(new Finding.NoUser());
    }
  }

  @Test
  void readsNamesInAnyScriptAndSpacesInEitherWriting() {
    String user = "{\"id\":42,\"first_name\":\"Ü 🎉 + & =\"}";
    String plus = new SignedInitData().with("user", user).signed(TOKEN);
    assertThat(plus).contains(URLEncoder.encode(user, UTF_8)).contains("+");
    assertThat(check.check(plus, SignedInitData.WRITTEN)).isEqualTo(new Finding.Proven("42"));
    assertThat(check.check(plus.replace("+", "%20"), SignedInitData.WRITTEN))
        .isEqualTo(new Finding.Proven("42"));
  }

  private void forged(String data) {
    assertThat(check.check(data, WRITTEN)).isEqualTo(new Finding.Forged());
  }
}
