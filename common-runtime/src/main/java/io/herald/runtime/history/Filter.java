package io.herald.runtime.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications to list. What is null filters nothing.
 *
 * @param user those for that person; a person's own list needs none
 * @param state those in that state
 * @param kind those of that kind
 * @param source those of that source
 * @param since those accepted then or later
 * @param until those accepted before
 */
public record Filter(
    @Nullable String user,
    @Nullable NotificationState state,
    @Nullable String kind,
    @Nullable String source,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** Everything. */
  public static final Filter NONE = new Filter(null, null, null, null, null, null);

  boolean lets(NotificationView view) {
    return (state == null || state == view.state())
        && (kind == null || kind.equals(view.kind()))
        && (source == null || source.equals(view.source()));
  }
}
