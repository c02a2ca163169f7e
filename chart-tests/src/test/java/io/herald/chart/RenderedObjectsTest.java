package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object of every case is one that Kubernetes would take. */
class RenderedObjectsTest {

  private static final String NAME = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final String LABEL = "([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?";

  @Test
  void helmHasNothingToSay() {
    var lint = Chart.lint();

    assertThat(lint.isFailed()).isFalse();
    assertThat(lint.getMessages()).allMatch(message -> message.contains("icon is recommended"));
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void everyFieldIsOneThatKubernetesKnows(String values) {
    assertThat(Chart.of(values).objects())
        .isNotEmpty()
        .allSatisfy(
            object -> assertThat(KubernetesTypes.problems(object)).as("%s", object).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void everyObjectIsNamedAndLabelledAsKubernetesDemands(String values) {
    Set<String> seen = new HashSet<>();
    for (Manifest object : Chart.of(values).objects()) {
      assertThat(object.name()).as("%s", object).matches(NAME);
      assertThat(object.at("/metadata/namespace").asString()).isEqualTo(Chart.NAMESPACE);
      assertThat(object.labels().values()).as("%s", object).allMatch(it -> it.matches(LABEL));
      assertThat(object.labels()).containsKeys("app.kubernetes.io/name", "helm.sh/chart");
      assertThat(object.at("/metadata/annotations").values())
          .as("annotations of %s are texts", object)
          .allMatch(value -> value.isString());
      assertThat(seen.add(object.toString())).as("%s is there once", object).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "bot", "scheduler", "worker"})
  void eachServiceCanBeSwitchedOff(String service) {
    var rendered = Chart.of("own-kafka-and-redis", service + ".enabled", "false");

    assertThat(rendered.objects())
        .isNotEmpty()
        .noneMatch(object -> object.component().equals(service));
    assertThat(rendered.pod("smoke-test").environment().get("SERVICES").path("value").asString())
        .isNotEmpty()
        .doesNotContain("-" + service + ":");
  }

  @Test
  void rendersTheSameTwice() {
    assertThat(Chart.template("everything").call()).isEqualTo(Chart.template("everything").call());
  }

  @Test
  void aWrongFieldIsFoundWhereverItLies() {
    var deployment = Chart.of("trial").one("Deployment", "demo-herald-bot").tree().toString();

    assertThat(problems(deployment.replace("\"periodSeconds\"", "\"periodSecond\"")))
        .singleElement()
        .asString()
        .contains("periodSecond");
    assertThat(problems(deployment.replace("\"memory\":\"512Mi\"", "\"memory\":\"512MiB\"")))
        .isNotEmpty();
    assertThat(problems(deployment.replace("apps/v1", "apps/v2"))).isNotEmpty();
  }

  private static List<String> problems(String json) {
    return KubernetesTypes.problems(new Manifest(Yaml.document(json)));
  }
}
