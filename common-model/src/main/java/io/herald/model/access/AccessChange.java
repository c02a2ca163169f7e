package io.herald.model.access;

import java.time.Instant;
import java.util.Objects;

/**
 * An admin said what somebody may; it holds until the next one for that person.
 *
 * @param schemaVersion version of this record's shape
 * @param user Telegram's id of the person it is about
 * @param role what they may from now on
 * @param by Telegram's id of the admin
 * @param at when
 */
public record AccessChange(String schemaVersion, long user, Role role, long by, Instant at) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public AccessChange {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(at, "at");
  }
}
