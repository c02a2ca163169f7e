package io.herald.supply;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Somebody else's library in a service's jar.
 *
 * @param name group and artifact
 * @param licences SPDX ids where the plugin knows them, else the words of its pom; of several one
 *     may be chosen
 */
record Library(String name, String version, List<String> licences) implements Comparable<Library> {

  /**
   * What may be in a jar that is given away under Apache-2.0. EPL-2.0 asks for the source of the
   * library itself, which is unchanged and public.
   */
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-2.0",
          "MIT",
          "MIT-0");

  private static final Comparator<Library> ORDER =
      Comparator.comparing(Library::name).thenComparing(Library::version);

  Library {
    licences = licences.stream().map(Library::known).toList();
  }

  boolean isAllowed() {
    return licences.stream().anyMatch(ALLOWED::contains);
  }

  /** A row of docs/licences.md. */
  String row() {
    return "| %s | %s | %s |".formatted(name, version, String.join(" or ", licences));
  }

  /** Whether that file of BOOT-INF/lib is it, or its part for some system. */
  boolean isIn(String file) {
    String stem = name.substring(name.indexOf(':') + 1) + "-" + version;
    return file.equals(stem + ".jar") || file.startsWith(stem + "-");
  }

  private static String known(String licence) {
    return licence.equals("The (New) BSD License") ? "BSD-3-Clause" : licence;
  }

  @Override
  public int compareTo(Library other) {
    return ORDER.compare(this, other);
  }
}
