package io.herald.local.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Grafana of this machine: unpacked anywhere with its {@code bin} on the PATH, or installed by
 * Grafana's own packages.
 *
 * @param program {@code grafana}, or the older {@code grafana-server}
 * @param home has {@code conf/defaults.ini}
 */
public record InstalledGrafana(Path program, Path home) {

  /** What to do where it is not installed. */
  public static final String MISSING =
      "grafana is not on the PATH: get it from grafana.com (Debian has no package of it)";

  private static final Path PACKAGED = Path.of("/usr/share/grafana");
  private static final List<String> NAMES = List.of("grafana", "grafana-server");

  /** The one that is found on that environment's PATH, if there is one. */
  public static Optional<InstalledGrafana> in(Map<String, String> environment) {
    SearchPath path = SearchPath.of(environment);
    return NAMES.stream()
        .map(path::find)
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(InstalledGrafana::around);
  }

  private static Optional<InstalledGrafana> around(Path program) {
    Path prefix = prefix(program);
    Stream<Path> packaged = program.startsWith("/usr") ? Stream.of(PACKAGED) : Stream.empty();
    return Stream.concat(Stream.of(prefix, prefix.resolve("share/grafana")), packaged)
        .filter(home -> Files.isRegularFile(home.resolve("conf/defaults.ini")))
        .findFirst()
        .map(home -> new InstalledGrafana(own(home).orElse(program), home));
  }

  /**
   * What packages put on the PATH reads settings that are the system's own; the program does not.
   */
  private static Optional<Path> own(Path home) {
    return NAMES.stream()
        .map(name -> home.resolve("bin").resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path prefix(Path program) {
    try {
      Path bin = Objects.requireNonNull(program.toRealPath().getParent());
      return Objects.requireNonNullElse(bin.getParent(), bin);
    } catch (IOException _) {
      return program.getRoot();
    }
  }

  List<String> command() {
    String home = "--homepath=" + this.home;
    return program.endsWith("grafana")
        ? List.of(program.toString(), "server", home)
        : List.of(program.toString(), home);
  }
}
