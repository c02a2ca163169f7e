package io.herald.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.local.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That docs/configuration.md is what the code says, and leaves nothing out. */
class ConfigurationPageTest {

  private static final Path ROOT = Installation.root();
  private static final Pattern VARIABLE =
      Pattern.compile("\"((?:HERALD|TELEGRAM|KAFKA|REDIS)_[A-Z_]*[A-Z]|PUBLIC_BASE_URL)\"");
  // What programs of jobs are told, and nobody sets.
  private static final Set<String> TOLD = Set.of("HERALD_JOB", "HERALD_JOB_FOLDER");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    assertThat(ROOT.resolve(ConfigurationPage.PLACE))
        .as("written anew by bin/configuration")
        .hasContent(ConfigurationPage.of(ROOT));
  }

  @Test
  void everyVariableThatASourceNamesIsExplained() throws IOException {
    Set<String> explained = new TreeSet<>();
    ROW.matcher(ConfigurationPage.of(ROOT)).results().forEach(row -> explained.add(row.group(1)));

    assertThat(explained).containsAll(named());
  }

  private static Set<String> named() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String module : ConfigurationPage.modules()) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          VARIABLE
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> named.add(found.group(1)));
        }
      }
    }
    named.removeAll(TOLD);
    return named;
  }
}
