package io.herald.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunbooksTest {

  private static final String INDEX = "README";
  private static final List<String> SECTIONS =
      List.of(
          "## What it means",
          "## First look",
          "## Likely causes",
          "## What to do",
          "## How to see that it is over");
  // Names of metrics in code: what is followed by an equals sign inside braces is a label.
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SERIES = Pattern.compile("\\b(?:herald|jvm|kafka)_[a-z0-9_]+\\b");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+\\.md)(?:#[^)]*)?\\)");

  @Test
  void eachAlertHasAPageAndEachPageAnAlert() {
    assertThat(pages().keySet()).isEqualTo(alerts());
  }

  @Test
  void eachPageAnswersTheSameQuestions() {
    assertThat(pages())
        .allSatisfy((alert, page) -> {
          assertThat(page).startsWith("# " + alert + "\n");
          assertThat(page.lines().filter(line -> line.startsWith("## ")))
              .as(alert)
              .containsExactlyElementsOf(SECTIONS);
        });
  }

  @Test
  void eachPageSaysHowUrgentItsAlertIs() {
    for (Rules.Rule rule : Rules.alerts()) {
      String severity = rule.labels().get("severity");
      assertThat(pages().get(rule.alert())).contains("Severity: " + severity + ".");
      assertThat(index()).contains("[" + rule.alert() + "](" + rule.alert() + ".md) | " + severity);
    }
  }

  @Test
  void theyNameOnlyMetricsThatThereAre() {
    MetricsTable table = MetricsTable.read();
    assertThat(pages())
        .allSatisfy((alert, page) ->
            assertThat(
                    CODE.matcher(page)
                        .results()
                        .flatMap(code -> SERIES.matcher(code.group(1)).results())
                        .map(found -> found.group()))
                .as(alert)
                .allMatch(
                    name -> table.row(name).isPresent() || table.rowOfSeries(name).isPresent()));
  }

  @Test
  void theirLinksLeadSomewhere() {
    assertThat(Shelf.files(Shelf.RUNBOOKS, ".md"))
        .allSatisfy(page ->
            assertThat(LINK.matcher(Shelf.text(page)).results().map(link -> link.group(1)))
                .as(page.toString())
                .allMatch(link -> Files.exists(page.resolveSibling(link))));
  }

  private static Set<String> alerts() {
    return Rules.alerts().stream().map(Rules.Rule::alert).collect(Collectors.toSet());
  }

  private static String index() {
    return Shelf.text(Shelf.RUNBOOKS.resolve(INDEX + ".md"));
  }

  private static java.util.Map<String, String> pages() {
    return Shelf.files(Shelf.RUNBOOKS, ".md").stream()
        .filter(file -> !name(file).equals(INDEX))
        .collect(Collectors.toMap(RunbooksTest::name, Shelf::text));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".md", "");
  }
}
