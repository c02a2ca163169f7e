package io.herald.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {

  // printf %s one | sha256sum, and two.
  static final String ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";
  static final String TWO = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";
  static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void findsWhoseKeyItIs() {
    var keys = keys("ci=" + ONE + ":notify.send+notify.read; ops=" + TWO.toUpperCase() + ":admin;");

    assertThat(keys.find("one"))
        .contains(new Caller("ci", Set.of(Scope.NOTIFY_SEND, Scope.NOTIFY_READ)));
    assertThat(keys.find("two")).contains(new Caller("ops", Set.of(Scope.ADMIN)));
    assertThat(keys.find("three")).isEmpty();
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.find(ONE)).isEmpty();
  }

  @Test
  void takesOneKeyALineFromAFile() {
    var keys = keys("ci=" + ONE + ":account\nops=" + TWO + ":admin\n");

    assertThat(keys.find("one")).map(Caller::name).contains("ci");
    assertThat(keys.find("two")).map(Caller::name).contains("ops");
  }

  @Test
  void takesTwoKeysOfAProgramThatChangesFromOneToTheOther() {
    var keys = keys("ci=" + ONE + ":account;ci=" + TWO + ":account");

    assertThat(keys.find("one")).map(Caller::name).contains("ci");
    assertThat(keys.find("two")).map(Caller::name).contains("ci");
  }

  @Test
  void needsNoKeys() {
    assertThat(new ApiKeySettings(null).parsed().isEmpty()).isTrue();
    assertThat(keys(" ; ").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense,                          entry 1 is not name=",
    "ci=1234:admin,                     entry 1 is not name=",
    "ci=" + ONE + ",                    entry 1 is not name=",
    ONE + ":admin,                      entry 1 is not name=",
    "a b=" + ONE + ":admin,             entry 1 is not name=",
    "a=" + ONE + ":admin;b=x,           entry 2 is not name=",
    "ci=" + ONE + ":root,               the key of ci has a scope that is none of notify.send",
    "ci=" + ONE + ":admin+,             the key of ci has a scope that is none of notify.send",
    "ci=" + NOTHING + ":admin,          the key of ci is empty",
    "a=" + ONE + ":admin;a=" + TWO + ":notify.read, the keys of a have different scopes",
    "a=" + ONE + ":admin;b=" + ONE + ":admin, b has the key of another name"
  })
  void saysWhichEntryIsWrongAndShowsNoHash(String list, String problem) {
    assertThatThrownBy(() -> new ApiKeySettings(list))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_API_KEYS: " + problem)
        .hasMessageNotContaining(ONE)
        .hasMessageNotContaining(TWO);
  }

  @Test
  void showsNoHashWhenPrinted() {
    assertThat(new ApiKeySettings("ci=" + ONE + ":admin").toString()).doesNotContain(ONE);
  }

  private static ApiKeys keys(String list) {
    return new ApiKeySettings(list).parsed();
  }
}
