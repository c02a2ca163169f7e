package io.herald.scheduler.type;

import io.herald.runtime.config.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the notification scripts lie.
 *
 * @param folders where notification scripts lie, each has to be there; empty: there are no scripts
 */
@ConfigurationProperties("herald.scripts")
public record ScriptFolders(@DefaultValue({}) List<String> folders) {

  public ScriptFolders {
    folders = folders.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    for (String folder : folders) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new InvalidSetting("HERALD_SCRIPTS_FOLDERS", "has no folder " + folder);
      }
    }
  }

  /** The folders. */
  public List<Path> paths() {
    return folders.stream().map(it -> Path.of(it).toAbsolutePath().normalize()).toList();
  }
}
