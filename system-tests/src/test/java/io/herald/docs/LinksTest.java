package io.herald.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.local.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That what pages of the repository link to within it is there, down to the heading. */
class LinksTest {

  private static final Path ROOT = Installation.root();
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s:]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<Path> pages = pages();
    assertThat(pages).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/configuration.md"));
    List<String> broken = pages.stream().flatMap(LinksTest::broken).toList();
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageOfOperatingIsFoundFromTheReadme() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      assertThat(docs.filter(it -> it.toString().endsWith(".md")))
          .allSatisfy(page -> assertThat(readme).contains("(docs/" + page.getFileName()));
    }
  }

  private static Stream<String> broken(Path page) {
    return LINK.matcher(CODE.matcher(text(page)).replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .filter(link -> !leadsSomewhere(page, link))
        .map(link -> ROOT.relativize(page) + ": " + link);
  }

  private static boolean leadsSomewhere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    boolean isPage = target.toString().endsWith(".md");
    return Files.exists(target)
        && (parts.length == 1 || !isPage || anchors(target).contains(parts[1]));
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Path page) {
    return HEADING
        .matcher(text(page))
        .results()
        .map(found -> found.group(1).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"))
        .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(it -> it.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }

  /** The root, each module, and the folders of docs/. */
  private static List<Path> folders() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.of(Stream.of(ROOT), top, docs)
          .flatMap(it -> it)
          .filter(Files::isDirectory)
          .distinct()
          .toList();
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
