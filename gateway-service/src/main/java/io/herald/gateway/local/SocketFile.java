package io.herald.gateway.local;

import io.herald.runtime.config.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The socket's file.
 *
 * @param path where it is
 */
record SocketFile(Path path) {

  private static final String OWNER_AND_GROUP = "rw-rw----";

  /** Removes what a process left that ended without a chance to tidy up. */
  void makeWay() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!isSocket()) {
      throw new InvalidSetting("HERALD_SOCKET", path + " is a file that is no socket");
    }
    if (isServed()) {
      throw new InvalidSetting("HERALD_SOCKET", path + " is served by another process");
    }
    remove();
  }

  /** Lets in its owner and its group, and nobody else. */
  void guard() {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_AND_GROUP));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it. */
  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new InvalidSetting("HERALD_SOCKET", path + " is left from before and can't be removed");
    }
  }

  private boolean isSocket() {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isServed() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      return false;
    }
  }
}
