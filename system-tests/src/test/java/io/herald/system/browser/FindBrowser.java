package io.herald.system.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the installed browser and its driver; nothing is downloaded. */
final class FindBrowser {

  private FindBrowser() {}

  static Path browser() {
    return find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  }

  static Path driver() {
    return find("chromedriver");
  }

  private static Path find(String... names) {
    return Stream.of(names)
        .map(FindBrowser::onPath)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(FindBrowser::missing);
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static AssertionError missing() {
    return new AssertionError(
        "No Chromium with its driver is installed: apt-get install -y chromium chromium-driver");
  }
}
