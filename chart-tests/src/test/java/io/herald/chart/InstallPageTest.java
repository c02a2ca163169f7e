package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/install-kubernetes.md are values that the chart takes. */
class InstallPageTest {

  private static final Path PAGE = Path.of("..", "docs", "install-kubernetes.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(yaml|sh)\n(.*?)```");
  private static final Pattern SET = Pattern.compile("--set ([^ =]+)=(\\S+)");

  @TempDir private Path folder;

  static Stream<String> values() {
    return blocks("yaml").filter(block -> block.startsWith("# herald.yaml"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theChartTakesEveryExample(String values) throws IOException {
    Path file = Files.writeString(folder.resolve("herald.yaml"), values);

    var rendered = Rendered.of(Chart.template("own-kafka-and-redis").withValuesFile(file).call());

    assertThat(rendered.objects())
        .isNotEmpty()
        .allSatisfy(object -> assertThat(KubernetesTypes.problems(object)).isEmpty());
  }

  @Test
  void theTrialIsInstalledAsTheCommandSays() {
    String command =
        blocks("sh").filter(block -> block.contains("trial.enabled")).findFirst().orElseThrow();
    var template = Chart.plain();
    SET.matcher(command)
        .results()
        .forEach(set -> template.set(set.group(1), set.group(2).replace("\"", "")));

    var rendered = Rendered.of(template.call());

    assertThat(rendered.objects())
        .allSatisfy(object -> assertThat(KubernetesTypes.problems(object)).isEmpty());
    assertThat(rendered.all("StatefulSet").map(Manifest::component)).contains("kafka", "redis");
  }

  @Test
  void commandsNameWhatTheChartMakes() {
    List<String> made =
        Chart.of("own-kafka-and-redis").objects().stream().map(Manifest::name).toList();
    var named = Pattern.compile("(deployment|service)/herald(-[a-z]+)").matcher(page());

    assertThat(named.results())
        .isNotEmpty()
        .allMatch(found -> made.contains("demo-herald" + found.group(2)));
  }

  private static Stream<String> blocks(String language) {
    return BLOCK
        .matcher(page())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
