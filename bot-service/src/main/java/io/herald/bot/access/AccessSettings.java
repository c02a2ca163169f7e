package io.herald.bot.access;

import io.herald.runtime.config.UserIds;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may use the bots.
 *
 * @param allowedUserIds user ids separated by commas; blank: open to everybody, said at the start
 * @param adminUserIds user ids separated by commas that are always allowed
 */
@ConfigurationProperties("herald.access")
record AccessSettings(@Nullable String allowedUserIds, @Nullable String adminUserIds) {

  AccessSettings {
    UserIds.parse("TELEGRAM_ALLOWED_USER_IDS", allowedUserIds);
    UserIds.parse("TELEGRAM_ADMIN_USER_IDS", adminUserIds);
  }

  Set<Long> allowed() {
    return UserIds.parse("TELEGRAM_ALLOWED_USER_IDS", allowedUserIds);
  }

  Set<Long> admins() {
    return UserIds.parse("TELEGRAM_ADMIN_USER_IDS", adminUserIds);
  }
}
