package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chart.Yaml;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of a file with settings has names that services know, and can be filled in. */
class SettingsFileTest {

  private static final String TEXT = Checkout.text(Checkout.DEPLOY.resolve("herald.example.yaml"));
  private static final Pattern LINE = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]*): ");

  @Test
  void itNamesWhatServicesKnow() {
    var known = KnownVariables.ofAll(List.copyOf(ComposeFile.MODULES.values()));

    assertThat(LINE.matcher(TEXT).results().map(line -> line.group(1)))
        .hasSizeGreaterThan(10)
        .allMatch(known::contains);
  }

  @Test
  void itIsYamlAlsoWithoutItsComments() {
    assertThat(Yaml.document(TEXT).path("HERALD_INGEST").asString()).isEqualTo("polling");
    assertThat(Yaml.document(LINE.matcher(TEXT).replaceAll("$1: ")).size())
        .isGreaterThan(Yaml.document(TEXT).size());
  }
}
