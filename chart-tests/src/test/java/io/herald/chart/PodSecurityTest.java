package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every pod, of whatever kind, keeps to Kubernetes' "restricted" standard and somewhat more. */
class PodSecurityTest {

  private static final Set<String> VOLUMES =
      Set.of("emptyDir", "configMap", "secret", "persistentVolumeClaim");

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void podsRunAsNobodyWithoutATokenInTheirOwnCompartment(String values) {
    assertThat(Chart.of(values).pods())
        .isNotEmpty()
        .allSatisfy(pod -> {
          assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean(false)).isTrue();
          assertThat(pod.at("/securityContext/runAsUser").asInt(0)).isPositive();
          assertThat(pod.at("/securityContext/runAsGroup").asInt(0)).isPositive();
          assertThat(pod.at("/securityContext/seccompProfile/type").asString(""))
              .isEqualTo("RuntimeDefault");
          assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
          assertThat(pod.at("/enableServiceLinks").asBoolean(true)).isFalse();
          for (String shared : new String[] {"/hostNetwork", "/hostPID", "/hostIPC"}) {
            assertThat(pod.at(shared).isMissingNode()).isTrue();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void containersCanGainNothingAndWriteNothingButTheirVolumes(String values) {
    assertThat(Chart.of(values).pods().flatMap(Pod::containers))
        .allSatisfy(container -> {
          JsonNode security = container.path("securityContext");
          assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
          assertThat(security.path("privileged").asBoolean(true)).isFalse();
          assertThat(security.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
          assertThat(security.path("runAsNonRoot").asBoolean(false)).isTrue();
          assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
          assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
          assertThat(container.at("/resources/limits/memory").asString("")).isNotEmpty();
          assertThat(container.at("/resources/requests/cpu").asString("")).isNotEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void whatIsMountedIsOursAndBounded(String values) {
    assertThat(Chart.of(values).pods().flatMap(Pod::volumes))
        .allSatisfy(volume -> {
          assertThat(kinds(volume)).isSubsetOf(VOLUMES);
          JsonNode scratch = volume.path("emptyDir");
          assertThat(scratch.isMissingNode() || scratch.has("sizeLimit")).isTrue();
          JsonNode mode = volume.at("/secret/defaultMode");
          assertThat(mode.isMissingNode() || mode.asInt() == 0440).isTrue();
        });
  }

  @Test
  void endedProgramsOfTheSchedulerAreTakenNoteOf() {
    assertThat(Chart.of("everything").pod("scheduler").at("/shareProcessNamespace").asBoolean())
        .isTrue();
    assertThat(Chart.of("everything").pod("worker").at("/shareProcessNamespace").isMissingNode())
        .isTrue();
  }

  private static Set<String> kinds(JsonNode volume) {
    return volume.propertyNames().stream()
        .filter(name -> !name.equals("name"))
        .collect(Collectors.toSet());
  }
}
