package io.herald.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables that a service heeds, as docs/configuration.md has them, a page that is written by
 * the sources.
 *
 * @param names {@code HERALD_BOTS_<NAME>_TOKEN} stands for any name
 */
record KnownVariables(Set<String> names) {

  private static final String PAGE = Checkout.text(Checkout.ROOT.resolve("docs/configuration.md"));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|(.*)$");
  private static final Pattern PORT =
      Pattern.compile("(?m)^\\| \\[([a-z-]+)]\\([^)]*\\) \\| (\\d+) \\|");

  // Standard ones of what the services are made of, and of the JVM.
  private static final Set<String> OTHERS =
      Set.of("OTEL_EXPORTER_OTLP_ENDPOINT", "SERVER_ADDRESS", "JDK_JAVA_OPTIONS", "LC_ALL");

  /** What the service of that module knows. */
  static KnownVariables of(String module) {
    String shortName = module.replaceAll("-service|notification-", "");
    Stream<String> shared =
        ROW.matcher(section("What services share"))
            .results()
            .filter(
                row -> row.group(2).split(" \\| ")[2].matches("all|(.*, )?" + shortName + "(,.*)?"))
            .map(row -> row.group(1));
    Stream<String> own = ROW.matcher(section(module)).results().map(row -> row.group(1));
    return new KnownVariables(
        Stream.of(shared, own, OTHERS.stream()).flatMap(it -> it).collect(Collectors.toSet()));
  }

  /** What any of them knows. */
  static KnownVariables ofAll(List<String> modules) {
    return new KnownVariables(
        modules.stream()
            .flatMap(module -> of(module).names().stream())
            .collect(Collectors.toSet()));
  }

  /** The modules that are services, and their ports, as the README's table has them. */
  static Map<String, Integer> ports() {
    return PORT.matcher(Checkout.text(Checkout.ROOT.resolve("README.md")))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));
  }

  /** Also in a file that {@code <NAME>_FILE} names. */
  boolean contains(String variable) {
    return names.stream()
        .anyMatch(name -> variable.matches(name.replace("<NAME>", "[A-Z0-9]+") + "(_FILE)?"));
  }

  private static String section(String heading) {
    return Stream.of(PAGE.split("(?m)^## "))
        .filter(section -> section.startsWith(heading + "\n"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("docs/configuration.md has no section " + heading));
  }
}
