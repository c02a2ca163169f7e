package io.herald.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.bot.update.Person;
import io.herald.model.access.AccessChange;
import io.herald.model.access.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowListTest {

  private final Map<Long, Role> said = new HashMap<>();
  private boolean isKnown = true;

  private final AccessChanges changes =
      new AccessChanges() {
        @Override
        public Optional<AccessChange> about(long user) {
          if (!isKnown) {
            throw new AccessUnknown();
          }
          return Optional.ofNullable(said.get(user)).map(role -> change(user, role));
        }

        @Override
        public Collection<AccessChange> all() {
          return said.entrySet().stream().map(it -> change(it.getKey(), it.getValue())).toList();
        }
      };

  private static AccessChange change(long user, Role role) {
    return new AccessChange("1.0.0", user, role, 1, Instant.EPOCH);
  }

  private AllowList list(Set<Long> allowed, Set<Long> admins) {
    return new AllowList(allowed, admins, changes);
  }

  private static Person person(long id) {
    return new Person(id, "", false, null);
  }

  @Test
  void beginsWithTheConfigurationAndFollowsTheAdmins() {
    AllowList list = list(Set.of(2L, 3L), Set.of(1L));
    assertThat(list.allows(person(1))).isTrue();
    assertThat(list.allows(person(2))).isTrue();
    assertThat(list.allows(person(4))).isFalse();

    said.put(2L, Role.DENIED);
    said.put(3L, Role.ADMIN);
    said.put(4L, Role.ALLOWED);
    assertThat(list.allows(person(2))).isFalse();
    assertThat(list.isAdmin(person(3))).isTrue();
    assertThat(list.allows(person(4))).isTrue();
    assertThat(list.isAdmin(person(4))).isFalse();
  }

  @Test
  void letsNobodyTakeTheOperatorsAdminsAway() {
    said.put(1L, Role.DENIED);

    assertThat(list(Set.of(), Set.of(1L)).isAdmin(person(1))).isTrue();
  }

  @Test
  void deniesSomebodyThoughItIsOpen() {
    said.put(5L, Role.DENIED);

    assertThat(list(Set.of(), Set.of()).allows(person(5))).isFalse();
    assertThat(list(Set.of(), Set.of()).allows(person(6))).isTrue();
  }

  @Test
  void doesNotGuessBeforeItIsKnownWhatAdminsSaid() {
    isKnown = false;
    AllowList list = list(Set.of(2L), Set.of(1L));

    assertThatThrownBy(() -> list.allows(person(2))).isInstanceOf(AccessUnknown.class);
    assertThat(list.isAdmin(person(1))).as("the configuration is always known").isTrue();
  }

  @Test
  void namesAdminsFirstAndTheDeniedLast() {
    said.put(9L, Role.DENIED);
    said.put(8L, Role.ALLOWED);
    said.put(7L, Role.ADMIN);

    assertThat(List.copyOf(list(Set.of(2L), Set.of(10L)).named().keySet()))
        .containsExactly(7L, 10L, 2L, 8L, 9L);
  }
}
