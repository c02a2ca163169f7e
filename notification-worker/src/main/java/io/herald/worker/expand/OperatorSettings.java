package io.herald.worker.expand;

import io.herald.runtime.config.InvalidSetting;
import io.herald.worker.recipient.Routes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator adds to notifications.
 *
 * @param routes names for lists of recipients, {@code
 *     oncall=chat:-100123,user:ann@example.com;reports=chat:@reports}; blank: none
 * @param templates folder of the operator's templates beside the built-in ones; blank: none
 */
@ConfigurationProperties("herald")
record OperatorSettings(@DefaultValue("") String routes, @DefaultValue("") String templates) {

  OperatorSettings {
    Routes.parse(routes);
    Path folder = folder(templates);
    if (folder != null && !Files.isDirectory(folder)) {
      throw new InvalidSetting("HERALD_TEMPLATES", "there is no folder " + folder);
    }
  }

  Routes parsedRoutes() {
    return Routes.parse(routes);
  }

  @Nullable Path templateFolder() {
    return folder(templates);
  }

  private static @Nullable Path folder(String templates) {
    try {
      return templates.isBlank() ? null : Path.of(templates.strip());
    } catch (InvalidPathException e) {
      throw new InvalidSetting("HERALD_TEMPLATES", "is not a path");
    }
  }
}
