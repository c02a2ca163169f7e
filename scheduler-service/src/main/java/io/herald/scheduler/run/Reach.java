package io.herald.scheduler.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Tells who can get to a folder. */
final class Reach {

  private Reach() {}

  /** Whether every user of the machine can enter it; what is not there yet counts as its parent. */
  static boolean byAll(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at) && !isOpen(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(Path folder) {
    try {
      return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
