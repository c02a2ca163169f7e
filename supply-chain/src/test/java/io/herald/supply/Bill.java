package io.herald.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that the build has just made. */
final class Bill {

  static final Path FILE = Path.of("target", "herald.cdx.json");

  private static final List<String> SERVICES =
      List.of("gateway-service", "bot-service", "scheduler-service", "notification-worker");
  private static final String LIBRARIES = "BOOT-INF/lib/";

  // Spring Boot's plugin adds its tools itself: they are in every jar, and no dependency of a pom.
  private static final String OURS =
      "(common-model|common-runtime|telegram-client|spring-boot-jarmode-tools)-.*";

  private Bill() {}

  /** All libraries that are not Herald's own. */
  static SortedSet<Library> libraries() {
    return components()
        .filter(component -> !component.path("group").asString().equals("io.herald"))
        .map(Bill::library)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Names of the files in the jars of the four services, without what is no dependency on others.
   */
  static SortedSet<String> packed() {
    SortedSet<String> names = new TreeSet<>();
    for (String service : SERVICES) {
      Path jar = Path.of("..", service, "target", service + ".jar");
      try (var file = new JarFile(jar.toFile())) {
        file.stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
            .map(name -> name.substring(LIBRARIES.length()))
            .filter(name -> !name.matches(OURS))
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  private static Stream<JsonNode> components() {
    JsonNode bill = JsonMapper.shared().readTree(FILE.toFile());
    return bill.path("components").values().stream();
  }

  private static Library library(JsonNode component) {
    List<String> licences =
        component.path("licenses").values().stream().map(Bill::licence).sorted().toList();
    return new Library(
        component.path("group").asString() + ":" + component.path("name").asString(),
        component.path("version").asString(),
        licences);
  }

  private static String licence(JsonNode choice) {
    JsonNode licence = choice.path("license");
    return choice
        .path("expression")
        .asString(licence.path("id").asString(licence.path("name").asString("")));
  }
}
