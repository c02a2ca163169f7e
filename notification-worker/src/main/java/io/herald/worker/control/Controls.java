package io.herald.worker.control;

import io.herald.model.control.NotificationControl;
import io.herald.runtime.table.KeepTable;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether notifications may go out. Asking costs a look into memory. Kafka is gone: what was
 * said before holds.
 */
public interface Controls {

  /** Everything may. */
  Controls NONE = _ -> Leave.GIVEN;

  /**
   * Whether that notification may go out.
   *
   * @param notification its id; null: a message that stands for itself, which always may
   */
  Leave of(@Nullable String notification);

  /** As the table says. */
  static Controls in(KeepTable<NotificationControl> table) {
    return notification ->
        notification == null
            ? Leave.GIVEN
            : table.find(notification).map(Controls::leave).orElseGet(() -> unsaid(table));
  }

  private static Leave unsaid(KeepTable<NotificationControl> table) {
    return table.isReady() ? Leave.GIVEN : Leave.NOT_KNOWN_YET;
  }

  private static Leave leave(NotificationControl control) {
    return switch (control.state()) {
      case RUNNING -> Leave.GIVEN;
      case PAUSED -> Leave.PAUSED;
      case STOPPED -> Leave.STOPPED;
    };
  }
}
