package io.herald.scheduler.script;

import io.herald.model.notification.Recipient;
import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.UserIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What notification scripts may do.
 *
 * @param images folders whose pictures they may send, besides each script's own; each has to be
 *     there
 * @param failures how long an owner is spared after having been told that a job of a schedule
 *     failed, 1 min to 30 d
 * @param admins {@code TELEGRAM_ADMIN_USER_IDS}: user ids separated by commas; who is told of
 *     scripts that nobody else can be told of; blank: nobody
 */
@ConfigurationProperties("herald.scripts")
record ScriptSettings(
    @DefaultValue({}) List<String> images,
    @DefaultValue("1h") Duration failures,
    @Nullable String admins) {

  ScriptSettings {
    images = images.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    for (String folder : images) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new InvalidSetting("HERALD_SCRIPTS_IMAGES", "has no folder " + folder);
      }
    }
    if (failures.toMinutes() < 1 || failures.toDays() > 30) {
      throw new InvalidSetting("HERALD_SCRIPTS_FAILURES", "must be 1m to 30d");
    }
    ids(admins);
  }

  private static Set<Long> ids(@Nullable String admins) {
    return UserIds.parse("TELEGRAM_ADMIN_USER_IDS", admins);
  }

  /** Their private chats, which have the ids of the people. */
  List<Recipient> adminChats() {
    return ids(admins).stream().sorted().map(String::valueOf).map(Recipient::chat).toList();
  }
}
