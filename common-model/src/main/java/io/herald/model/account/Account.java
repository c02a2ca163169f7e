package io.herald.model.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person of Herald, as it lies on {@code herald.accounts} under their id; the last record counts.
 *
 * @param schemaVersion version of this record's shape
 * @param user the id that the identity provider gives: a token's {@code sub}
 * @param link the Telegram chat that they have linked; absent: none at the moment
 * @param preferences what they want to get
 */
public record Account(
    String schemaVersion, String user, @Nullable TelegramLink link, Preferences preferences) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.1.0";

  public Account {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(user, "user");
    preferences = preferences == null ? Preferences.DEFAULT : preferences;
  }

  /** Somebody who has neither linked nor chosen anything. */
  public static Account of(String user) {
    return new Account(SCHEMA_VERSION, user, null, Preferences.DEFAULT);
  }

  /** The same person with that link, or without one. */
  public Account withLink(@Nullable TelegramLink other) {
    return new Account(schemaVersion, user, other, preferences);
  }

  /** The same person with other preferences. */
  public Account withPreferences(Preferences other) {
    return new Account(schemaVersion, user, link, other);
  }
}
