package io.herald.gateway.local;

import io.herald.runtime.config.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the socket is.
 *
 * @param socket absolute path of the Unix socket, mode 0660, in a folder that exists; one left by a
 *     crash is replaced, any other file never; blank: no socket
 */
@ConfigurationProperties("herald")
record SocketSettings(@Nullable String socket) {

  // What fits into the system's sun_path, with its last zero.
  private static final int LONGEST = 107;

  SocketSettings {
    checked(socket);
  }

  /** The socket's file; empty: no socket. */
  Optional<Path> path() {
    return checked(socket);
  }

  private static Optional<Path> checked(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(text.strip());
      boolean fits = path.toString().getBytes().length <= LONGEST;
      if (fits && path.isAbsolute() && Files.isDirectory(path.getParent())) {
        return Optional.of(path);
      }
    } catch (InvalidPathException e) {
      // Told below, the same way.
    }
    throw new InvalidSetting(
        "HERALD_SOCKET",
        "must be an absolute path of at most " + LONGEST + " bytes, in a folder that exists");
  }
}
