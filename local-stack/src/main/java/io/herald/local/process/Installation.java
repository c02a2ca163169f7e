package io.herald.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the built modules are, seen from this class's own jar (or class folder) below {@code
 * local-stack/target}.
 */
public final class Installation {
  private static final Path OWN = ownLocation();

  private Installation() {}

  /**
   * The repository's root: the folder that holds {@code local-stack}.
   *
   * @throws ProcessFailure when this class is not run from a built tree nor from a folder below its
   *     root
   */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    return Stream.concat(
            Stream.iterate(OWN, path -> path != null, Path::getParent),
            Stream.iterate(folder, path -> path != null, Path::getParent))
        .filter(path -> Files.isRegularFile(path.resolve("local-stack").resolve("pom.xml")))
        .findFirst()
        .orElseThrow(() ->
            new ProcessFailure("Herald's folder is not found above " + OWN + " or " + folder));
  }

  /**
   * The executable jar of a module.
   *
   * @throws ProcessFailure when it is not built, in one line that says how to build it
   */
  public static Path jar(String module) {
    Path relative = Path.of(module, "target", module + ".jar");
    Path jar = root().resolve(relative);
    if (!Files.isRegularFile(jar)) {
      throw new ProcessFailure(
          relative + " is missing: run `mvn -q package -DskipTests` or `bin/run`");
    }
    return jar;
  }

  /** The Java that runs this JVM, which is new enough for the services too. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /**
   * A class path for a JVM of our own classes: the runnable jar, which names its libraries, or what
   * this JVM runs with.
   */
  public static String ownClassPath() {
    boolean runnable = Files.isRegularFile(OWN) && Files.isDirectory(OWN.resolveSibling("lib"));
    return runnable ? OWN.toString() : System.getProperty("java.class.path");
  }

  private static Path ownLocation() {
    try {
      return Path.of(
          Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the location of local-stack.jar is not a path", e);
    }
  }
}
