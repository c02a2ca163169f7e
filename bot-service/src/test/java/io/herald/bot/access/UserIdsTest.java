package io.herald.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.bot.update.Person;
import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.UserIds;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdsTest {

  @Test
  void readsAList() {
    assertThat(UserIds.parse("X", " 1, 22 ,333")).containsExactlyInAnyOrder(1L, 22L, 333L);
    assertThat(UserIds.parse("X", " ")).isEmpty();
    assertThat(UserIds.parse("X", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,", ",1", "abc", "1;2", "-5", "0", "1 2", "12345678901234567"})
  void namesTheVariableOfAWrongList(String list) {
    assertThatThrownBy(() -> new AccessSettings(list, ""))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("TELEGRAM_ALLOWED_USER_IDS: ");
    assertThatThrownBy(() -> new AccessSettings("", list))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("TELEGRAM_ADMIN_USER_IDS: ");
  }

  @Test
  void letsInThoseOnTheListAndAdmins() {
    var list = new AllowList(Set.of(1L), Set.of(2L));

    assertThat(list.allows(new Person(1, "", false, null))).isTrue();
    assertThat(list.allows(new Person(2, "", false, null))).isTrue();
    assertThat(list.allows(new Person(3, "", false, null))).isFalse();
  }

  @Test
  void letsEverybodyInWithoutAList() {
    var list = new AllowList(Set.of(), Set.of(2L));

    assertThat(list.allows(new Person(3, "", false, null))).isTrue();
    assertThat(list.describe()).contains("everybody", "TELEGRAM_ALLOWED_USER_IDS");
  }
}
