package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** How pods begin, end, are replaced and are spread. */
class LifecycleTest {

  /** Every service is done 20 s after SIGTERM. */
  private static final int DRAIN_SECONDS = 20;

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void nobodyIsKilledWhileItDrains(String values) {
    assertThat(Chart.of(values).all("Deployment").flatMap(Manifest::pods))
        .allSatisfy(pod -> {
          int before = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt(0);
          int grace = pod.at("/terminationGracePeriodSeconds").asInt(0);
          assertThat(before).isPositive();
          assertThat(grace).isGreaterThan(before + DRAIN_SECONDS);
        });
  }

  @Test
  void aLongerDrainIsGrantedToo() {
    assertThat(Chart.of("worker-only").pod("worker").at("/terminationGracePeriodSeconds").asInt())
        .isEqualTo(10 + 25 + 5);
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void servicesAreAskedAtTheirHealthAddresses(String values) {
    assertThat(Chart.of(values).all("Deployment").flatMap(Manifest::pods))
        .allSatisfy(pod -> {
          JsonNode container = pod.at("/containers/0");
          assertThat(path(container, "startupProbe")).isEqualTo("/actuator/health/liveness");
          assertThat(path(container, "livenessProbe")).isEqualTo("/actuator/health/liveness");
          assertThat(path(container, "readinessProbe")).isEqualTo("/actuator/health/readiness");
          assertThat(variable(pod, "SERVER_PORT"))
              .isEqualTo(container.at("/ports/0/containerPort").asString());
        });
  }

  @Test
  void whoeverWouldWaitForAPartitionForEverIsNotStarted() {
    assertThat(strategy("own-kafka-and-redis", "demo-herald-worker")).isEqualTo(List.of(1, 0));
    // As many replicas as partitions: one more would never be ready.
    assertThat(strategy("worker-only", "sender-worker")).isEqualTo(List.of(0, 1));
    assertThat(strategy("external-secret", "demo-herald-bot")).isEqualTo(List.of(0, 1));
    assertThat(strategy("external-secret", "demo-herald-gateway")).isEqualTo(List.of(1, 0));
  }

  @Test
  void replicasAreSpreadAndNotAllTakenAtOnce() {
    var rendered = Chart.of("own-kafka-and-redis");

    assertThat(rendered.all("PodDisruptionBudget")).hasSize(4);
    assertThat(rendered.pod("worker").at("/topologySpreadConstraints").toString())
        .contains("kubernetes.io/hostname", "topology.kubernetes.io/zone", "ScheduleAnyway")
        .contains("\"app.kubernetes.io/component\":\"worker\"");
    assertThat(Chart.of("worker-only").all("PodDisruptionBudget")).isEmpty();
    assertThat(
            Chart.of("worker-only").pod("worker").at("/topologySpreadConstraints").isMissingNode())
        .isTrue();
  }

  @Test
  void newSettingsAreNewPods() {
    var before = Chart.of("own-kafka-and-redis").pod("bot").template().at("/metadata/annotations");
    var after =
        Chart.of("own-kafka-and-redis", "telegram.ingest", "webhook")
            .pod("bot")
            .template()
            .at("/metadata/annotations");
    var other =
        Chart.of("own-kafka-and-redis", "publicUrl", "https://herald.example.com")
            .pod("bot")
            .template()
            .at("/metadata/annotations");

    assertThat(after).isEqualTo(before);
    assertThat(other).isNotEqualTo(before);
  }

  @Test
  void filesOfJobsAreWrittenByTheSchedulerAndReadByTheGateway() {
    var rendered = Chart.of("everything");

    assertThat(mount(rendered.pod("gateway"), "jobs").path("readOnly").asBoolean()).isTrue();
    assertThat(mount(rendered.pod("scheduler"), "jobs").path("readOnly").asBoolean()).isFalse();
    for (String service : List.of("gateway", "scheduler")) {
      assertThat(variable(rendered.pod(service), "HERALD_JOBS_FOLDER"))
          .isEqualTo(mount(rendered.pod(service), "jobs").path("mountPath").asString());
    }
    assertThat(variable(rendered.pod("scheduler"), "HERALD_JOBS_FILE"))
        .isEqualTo(
            mount(rendered.pod("scheduler"), "jobs-files").path("mountPath").asString()
                + "/jobs.yaml");
    assertThat(rendered.one("PersistentVolumeClaim", "demo-herald-jobs").annotations())
        .containsEntry("helm.sh/resource-policy", "keep");
  }

  @Test
  void scriptsAndTemplatesAreWhereTheServicesLook() {
    var rendered = Chart.of("everything");

    assertThat(variable(rendered.pod("scheduler"), "HERALD_SCRIPTS_FOLDERS"))
        .isEqualTo(mount(rendered.pod("scheduler"), "scripts-files").path("mountPath").asString());
    assertThat(variable(rendered.pod("worker"), "HERALD_TEMPLATES"))
        .isEqualTo(mount(rendered.pod("worker"), "templates-files").path("mountPath").asString());
    assertThat(rendered.one("ConfigMap", "demo-herald-scripts").at("/data/quiet.sh").asString())
        .startsWith("#!/bin/sh\n");
    assertThat(rendered.one("ConfigMap", "demo-herald-templates").at("/data/paid.md").asString())
        .isEqualTo("**{{title}}** is paid");
  }

  private static JsonNode mount(Pod pod, String volume) {
    return Manifest.stream(pod.at("/containers/0/volumeMounts"))
        .filter(mount -> mount.path("name").asString().equals(volume))
        .findFirst()
        .orElseThrow();
  }

  private static String path(JsonNode container, String probe) {
    return container.path(probe).at("/httpGet/path").asString("");
  }

  private static String variable(Pod pod, String name) {
    return pod.environment().get(name).path("value").asString();
  }

  /** Surge and unavailable. */
  private static List<Integer> strategy(String values, String deployment) {
    JsonNode rolling =
        Chart.of(values).one("Deployment", deployment).at("/spec/strategy/rollingUpdate");
    return List.of(rolling.path("maxSurge").asInt(), rolling.path("maxUnavailable").asInt());
  }
}
