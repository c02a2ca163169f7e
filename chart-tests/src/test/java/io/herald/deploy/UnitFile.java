package io.herald.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A unit of systemd.
 *
 * @param file its place
 */
record UnitFile(Path file) {

  static final Path FOLDER = Checkout.DEPLOY.resolve("systemd");

  static Stream<UnitFile> all() {
    return Checkout.files(FOLDER, ".service").stream().map(UnitFile::new);
  }

  String name() {
    return file.getFileName().toString();
  }

  /** The module whose service it runs. */
  String module() {
    return name().replaceAll("^herald-|\\.service$", "");
  }

  /** All values of a setting, in their order. */
  List<String> values(String setting) {
    return Checkout.text(file)
        .lines()
        .filter(line -> line.startsWith(setting + "="))
        .map(line -> line.substring(setting.length() + 1))
        .toList();
  }

  /** What it is given beside the files. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    values("Environment").stream()
        .flatMap(line -> Stream.of(line.split(" ")))
        .map(variable -> variable.split("=", 2))
        .forEach(variable -> variables.put(variable[0], variable[1]));
    return variables;
  }

  /** What confines it: the paragraph that begins with NoNewPrivileges. */
  Set<String> confinement() {
    String text = Checkout.text(file);
    String paragraph = text.substring(text.indexOf("NoNewPrivileges="));
    return new TreeSet<>(paragraph.substring(0, paragraph.indexOf("\n\n")).lines().toList());
  }

  @Override
  public String toString() {
    return name();
  }
}
