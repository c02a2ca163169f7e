package io.herald.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.yaml.snakeyaml.Yaml;

@Execution(ExecutionMode.CONCURRENT)
class RulesTest {

  private static final Named NAMED = new Named();

  @Test
  void prometheusTakesThem() {
    Promtool.accepts(
        Stream.concat(Stream.of("check", "rules"), Rules.files().stream().map(Path::toString))
            .toList());
  }

  @TestFactory
  Stream<DynamicTest> theyFireWhenTheyShouldAndNotWhenTheyShouldNot() {
    return Shelf.files(Shelf.RULE_TESTS, ".test.yaml").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> Promtool.accepts(List.of("test", "rules", file.toString()))));
  }

  @Test
  void eachAlertHasATestInWhichItFiresAndOneInWhichItDoesNot() {
    Set<String> fires = new HashSet<>();
    Set<String> keepsStill = new HashSet<>();
    for (Path file : Shelf.files(Shelf.RULE_TESTS, ".test.yaml")) {
      Map<String, List<Map<String, Object>>> content = new Yaml().load(Shelf.text(file));
      content.get("tests").stream()
          .flatMap(test -> maps(test.get("alert_rule_test")).stream())
          .forEach(test ->
              (maps(test.get("exp_alerts")).isEmpty() ? keepsStill : fires)
                  .add((String) test.get("alertname")));
    }
    Set<String> alerts = Rules.alerts().stream().map(Rules.Rule::alert).collect(Collectors.toSet());

    assertThat(fires).isEqualTo(alerts);
    assertThat(keepsStill).isEqualTo(alerts);
  }

  @Test
  void theyNameOnlyWhatThereIs() {
    assertThat(Rules.all()).isNotEmpty().allSatisfy(rule -> NAMED.check(rule.query()));
  }

  @Test
  void eachAlertSaysHowUrgentItIsAndWhatItMeans() {
    assertThat(Rules.alerts())
        .allSatisfy(rule -> {
          assertThat(rule.labels().get("severity")).as(rule.alert()).isIn("page", "ticket");
          assertThat(rule.annotations())
              .as(rule.alert())
              .containsKeys("summary", "description")
              .containsEntry("runbook_url", "docs/runbooks/" + rule.alert() + ".md");
        });
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }
}
