package io.herald.scheduler.script;

import io.herald.runtime.blob.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the picture that a script names, only from its own folder and from those that the operator
 * allows: what counts is where it really lies, behind all links.
 */
final class ReadImage {

  /** The largest photo that Telegram takes. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  private final List<Path> allowed;

  /**
   * Reads from there.
   *
   * @param allowed folders, besides a script's own
   */
  ReadImage(List<Path> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** The picture at that path, which may begin in the script's folder. */
  Blob read(String path, Path folder) throws BadAnswer {
    try {
      Path file = folder.resolve(path).toRealPath();
      if (Stream.concat(Stream.of(folder), allowed.stream()).noneMatch(it -> holds(it, file))) {
        throw new BadAnswer("its image lies outside of the folders that are allowed");
      }
      byte[] bytes = bytes(file);
      String type =
          type(bytes).orElseThrow(() -> new BadAnswer("its image is no PNG, JPEG, GIF or WebP"));
      return new Blob(bytes, type, file.getFileName().toString());
    } catch (InvalidPathException e) {
      throw new BadAnswer("its image_path can't be a path");
    } catch (IOException e) {
      throw new BadAnswer("its image is not there, or can't be read");
    }
  }

  private static boolean holds(Path folder, Path file) {
    try {
      return file.startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  // A link that was put there since is not followed.
  private static byte[] bytes(Path file) throws IOException, BadAnswer {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new BadAnswer("its image is no file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BadAnswer("its image is larger than 10 MB");
      }
      return bytes;
    }
  }

  /** By its first bytes: no file of another kind leaves this machine as a picture. */
  private static Optional<String> type(byte[] bytes) {
    if (begins(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of("image/png");
    }
    if (begins(bytes, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of("image/jpeg");
    }
    if (begins(bytes, 0, 'G', 'I', 'F', '8')) {
      return Optional.of("image/gif");
    }
    boolean isWebP = begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P');
    return isWebP ? Optional.of("image/webp") : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int at, int... expected) {
    if (bytes.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[at + i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
