package io.herald.scheduler.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user of this machine.
 *
 * @param user its number
 * @param group number of its group
 */
record NamedUser(long user, long group) {

  private static final Path USERS = Path.of("/etc/passwd");

  /** The one of that name; empty when there is none. */
  static Optional<NamedUser> find(String name) {
    try (Stream<String> lines = Files.lines(USERS, StandardCharsets.UTF_8)) {
      return lines
          .map(line -> line.split(":"))
          .filter(fields -> fields.length > 3 && fields[0].equals(name))
          .map(fields -> new NamedUser(Long.parseLong(fields[2]), Long.parseLong(fields[3])))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
