package io.herald.runtime.history;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at the history.
 *
 * @param user a person, who sees only what is for them; null: an operator or a service, who sees
 *     everything but people's text
 */
public record Viewer(@Nullable String user) {

  /** An operator or a service. */
  public static final Viewer OPERATOR = new Viewer(null);

  /** A person. */
  public static Viewer person(String user) {
    return new Viewer(user);
  }
}
