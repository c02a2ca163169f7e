package io.herald.gateway.simple;

import io.herald.gateway.upload.ImageType;
import io.herald.gateway.upload.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Reads photos that are named by their paths: pictures only, and only below the folders that the
 * operator has named, wherever symbolic links lead. It blocks.
 */
final class PhotoFolders {

  private final List<Path> folders;

  /**
   * Reads below these folders.
   *
   * @param folders real paths
   */
  PhotoFolders(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * The photo.
   *
   * @throws PhotoRefused when there is none that may be read
   */
  Upload read(String path) {
    if (folders.isEmpty()) {
      throw forbidden("photo_path is closed, because HERALD_PHOTO_FOLDERS is not set");
    }
    Path real = real(path);
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(ImageType.MOST_BYTES + 1);
      return new Upload(bytes, null, String.valueOf(real.getFileName()));
    } catch (IOException e) {
      throw new PhotoRefused(HttpStatus.BAD_REQUEST, "photo_path is not a file that can be read");
    }
  }

  private Path real(String text) {
    Path path = path(text);
    try {
      Path real = path.toRealPath();
      if (isAllowed(real) && Files.isRegularFile(real)) {
        return real;
      }
    } catch (IOException e) {
      // Told below. Whether a file exists is told only of those that might be read.
    }
    throw isAllowed(path)
        ? new PhotoRefused(
            HttpStatus.BAD_REQUEST, "photo_path is not a file below the folders that are allowed")
        : forbidden("photo_path does not lie below a folder of HERALD_PHOTO_FOLDERS");
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path.normalize();
      }
    } catch (InvalidPathException e) {
      // Told below, the same way.
    }
    throw new PhotoRefused(HttpStatus.BAD_REQUEST, "photo_path must be an absolute path");
  }

  private boolean isAllowed(Path path) {
    return folders.stream().anyMatch(path::startsWith);
  }

  private static PhotoRefused forbidden(String detail) {
    return new PhotoRefused(HttpStatus.FORBIDDEN, detail);
  }
}
