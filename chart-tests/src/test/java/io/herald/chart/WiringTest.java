package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What names something else names something that is there. */
class WiringTest {

  // What the values of the cases say that somebody else has made.
  private static final Set<String> OTHERS =
      Set.of("herald", "kafka-tls", "redis-tls", "kafka-admin", "registry-login", "shared-jobs");
  private static final Set<String> OTHERS_CLAIMS = Set.of("shared-jobs", "photos");

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void servicesLeadToAPortOfTheirPods(String values) {
    var rendered = Chart.of(values);
    assertThat(rendered.all("Service"))
        .allSatisfy(service -> {
          List<Pod> pods = rendered.selected(Manifest.texts(service.at("/spec/selector")));
          assertThat(pods).as("pods of %s", service).hasSize(1);
          assertThat(service.each("/spec/ports"))
              .allSatisfy(port ->
                  assertThat(containerPort(pods.getFirst(), port.path("targetPort")))
                      .isEqualTo(port.path("port").asInt()));
        });
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void selectorsMeanTheirOwnPodsAlone(String values) {
    var rendered = Chart.of(values);
    var selecting =
        Stream.of("Deployment", "StatefulSet", "PodDisruptionBudget").flatMap(rendered::all);
    assertThat(selecting)
        .allSatisfy(object -> {
          var labels = Manifest.texts(object.at("/spec/selector/matchLabels"));
          assertThat(rendered.selected(labels))
              .singleElement()
              .satisfies(pod -> assertThat(pod.owner().component()).isEqualTo(object.component()));
        });
    assertThat(rendered.all("NetworkPolicy"))
        .allSatisfy(policy ->
            assertThat(
                    rendered.selected(Manifest.texts(policy.at("/spec/podSelector/matchLabels"))))
                .as("%s", policy)
                .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void podsFindWhatTheyMountAndRead(String values) {
    var rendered = Chart.of(values);
    assertThat(rendered.pods())
        .allSatisfy(pod -> {
          assertThat(mounted(pod)).isSubsetOf(volumes(pod));
          assertThat(volumes(pod)).as("volumes of %s", pod).isSubsetOf(mounted(pod));
          assertThat(named(pod, "configMap", "name"))
              .allMatch(name -> rendered.has("ConfigMap", name));
          assertThat(named(pod, "configMapRef", "name"))
              .allMatch(name -> rendered.has("ConfigMap", name));
          assertThat(named(pod, "secret", "secretName")).isSubsetOf(secrets(rendered));
          assertThat(named(pod, "secretKeyRef", "name")).isSubsetOf(secrets(rendered));
          assertThat(named(pod, "persistentVolumeClaim", "claimName"))
              .allMatch(name ->
                  OTHERS_CLAIMS.contains(name) || rendered.has("PersistentVolumeClaim", name));
          String account = pod.at("/serviceAccountName").asString();
          assertThat(account)
              .matches(name -> name.equals("default") || rendered.has("ServiceAccount", name));
        });
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void probesAskAPortThatIsThere(String values) {
    assertThat(Chart.of(values).pods().flatMap(Pod::containers))
        .allSatisfy(container -> {
          Set<String> ports =
              container.path("ports").values().stream()
                  .map(port -> port.path("name").asString())
                  .collect(Collectors.toSet());
          assertThat(container.findValues("httpGet"))
              .allMatch(probe -> ports.contains(probe.path("port").asString()));
          assertThat(container.findValues("tcpSocket"))
              .allMatch(probe -> ports.contains(probe.path("port").asString()));
        });
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void whoScalesNamesADeploymentThatSaysNoNumberItself(String values) {
    var rendered = Chart.of(values);
    Set<String> scaled =
        Stream.of("HorizontalPodAutoscaler", "ScaledObject")
            .flatMap(rendered::all)
            .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asString())
            .collect(Collectors.toSet());
    assertThat(scaled).allMatch(name -> rendered.has("Deployment", name));
    assertThat(rendered.all("Deployment"))
        .allSatisfy(deployment ->
            assertThat(deployment.at("/spec/replicas").isMissingNode())
                .isEqualTo(scaled.contains(deployment.name())));
  }

  @Test
  void prometheusFindsEveryServiceAndNothingElse() {
    var rendered = Chart.of("everything");
    JsonNode selector = rendered.one("ServiceMonitor", "demo-herald").at("/spec/selector");
    var names = selector.at("/matchExpressions/0/values").toString();

    assertThat(names).isEqualTo("[\"gateway\",\"bot\",\"scheduler\",\"worker\"]");
    assertThat(rendered.all("Service"))
        .allMatch(service ->
            service
                .labels()
                .entrySet()
                .containsAll(Manifest.texts(selector.path("matchLabels")).entrySet()));
  }

  @Test
  void thePortsAreThoseOfTheOutsideContract() {
    Map<String, Integer> ports =
        Chart.of("own-kafka-and-redis")
            .all("Service")
            .collect(
                Collectors.toMap(Manifest::component, it -> it.at("/spec/ports/0/port").asInt()));

    assertThat(ports)
        .isEqualTo(Map.of("gateway", 8080, "bot", 8081, "scheduler", 8082, "worker", 8083));
  }

  private static int containerPort(Pod pod, JsonNode target) {
    return pod.containers()
        .flatMap(container -> Manifest.stream(container.path("ports")))
        .filter(port -> port.path("name").asString().equals(target.asString()))
        .mapToInt(port -> port.path("containerPort").asInt())
        .findFirst()
        .orElse(0);
  }

  private static Set<String> mounted(Pod pod) {
    return pod.containers()
        .flatMap(container -> Manifest.stream(container.path("volumeMounts")))
        .map(mount -> mount.path("name").asString())
        .collect(Collectors.toSet());
  }

  private static Set<String> volumes(Pod pod) {
    var claims = pod.owner().each("/spec/volumeClaimTemplates").map(it -> it.at("/metadata/name"));
    return Stream.concat(pod.volumes().map(volume -> volume.path("name")), claims)
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  private static List<String> named(Pod pod, String reference, String field) {
    return pod.template().findValues(reference).stream()
        .map(node -> node.path(field).asString())
        .toList();
  }

  private static Set<String> secrets(Rendered rendered) {
    Stream<String> made =
        Stream.of("Secret", "ExternalSecret").flatMap(rendered::all).map(Manifest::name);
    return Stream.concat(OTHERS.stream(), made).collect(Collectors.toSet());
  }
}
