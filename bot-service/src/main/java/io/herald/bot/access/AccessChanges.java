package io.herald.bot.access;

import io.herald.model.access.AccessChange;
import io.herald.runtime.table.KeepTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What admins said about people, the last word for each. Kafka is gone: what was said before holds.
 */
interface AccessChanges {

  /** Nobody said anything. */
  AccessChanges NONE =
      new AccessChanges() {
        @Override
        public Optional<AccessChange> about(long user) {
          return Optional.empty();
        }

        @Override
        public Collection<AccessChange> all() {
          return List.of();
        }
      };

  /**
   * The last word about that person; empty when there is none.
   *
   * @throws AccessUnknown while that can't be told yet: nobody is let in by guessing
   */
  Optional<AccessChange> about(long user);

  /**
   * All there are, in no order.
   *
   * @throws AccessUnknown while that can't be told yet
   */
  Collection<AccessChange> all();

  /** As the table says. */
  static AccessChanges in(KeepTable<AccessChange> table) {
    return new AccessChanges() {
      @Override
      public Optional<AccessChange> about(long user) {
        if (!table.isReady()) {
          throw new AccessUnknown();
        }
        return table.find(String.valueOf(user));
      }

      @Override
      public Collection<AccessChange> all() {
        if (!table.isReady()) {
          throw new AccessUnknown();
        }
        return table.all().values();
      }
    };
  }
}
