package io.herald.gateway.simple;

import io.herald.runtime.config.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where photos may lie that are named by their paths.
 *
 * @param folders absolute paths of folders that exist, which {@code photo_path} may lie below;
 *     empty: photos can't be named by paths
 */
@ConfigurationProperties("herald.photo")
record PhotoSettings(@DefaultValue List<String> folders) {

  PhotoSettings {
    folders = List.copyOf(folders);
    folders.forEach(PhotoSettings::real);
  }

  /** The folders, without symbolic links. */
  List<Path> realFolders() {
    return folders.stream().map(PhotoSettings::real).toList();
  }

  private static Path real(String folder) {
    try {
      Path path = Path.of(folder.strip());
      if (path.isAbsolute() && Files.isDirectory(path)) {
        return path.toRealPath();
      }
    } catch (InvalidPathException | IOException e) {
      // Told below, the same way.
    }
    throw new InvalidSetting(
        "HERALD_PHOTO_FOLDERS", folder + " is not the absolute path of a folder that exists");
  }
}
