package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.TopicSpec;
import io.herald.model.topic.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many replicas run, by CPU, by requests and by what waits in Kafka. */
class ScalingTest {

  private static final Set<String> TOPICS =
      Topics.ALL.stream().map(TopicSpec::name).collect(Collectors.toSet());

  @Test
  void theGatewayGrowsByCpuAndByRequests() {
    JsonNode spec =
        Chart.of("everything").one("HorizontalPodAutoscaler", "demo-herald-gateway").at("/spec");

    assertThat(spec.at("/metrics/0/resource/target/averageUtilization").asInt()).isEqualTo(70);
    assertThat(spec.at("/metrics/1/pods/metric/name").asString())
        .isEqualTo("herald_requests_per_second");
    assertThat(spec.at("/metrics/1/pods/target/averageValue").asString()).isEqualTo("200");
  }

  @Test
  void byCpuAloneWhereNoRequestsAreAimedAt() {
    JsonNode spec =
        Chart.of("everything").one("HorizontalPodAutoscaler", "demo-herald-bot").at("/spec");

    assertThat(spec.path("metrics").size()).isEqualTo(1);
  }

  @Test
  void kedaLooksAtEveryTopicThatTheServiceLeads() {
    var rendered = Chart.of("keda");

    assertThat(lags(rendered, "demo-herald-bot")).containsExactly("herald-bot herald.updates");
    assertThat(lags(rendered, "demo-herald-worker"))
        .containsExactly(
            "herald-expand herald.notifications",
            "herald-worker herald.outbound.interactive",
            "herald-worker herald.outbound.standard",
            "herald-worker herald.outbound.bulk");
    assertThat(triggers(rendered, "demo-herald-worker"))
        .allSatisfy(
            trigger -> assertThat(TOPICS).contains(trigger.at("/metadata/topic").asString()));
  }

  @Test
  void kedaLogsInAsTheServicesDo() {
    var rendered = Chart.of("keda");
    Manifest login = rendered.one("TriggerAuthentication", "demo-herald-kafka");

    assertThat(triggers(rendered, "demo-herald-bot"))
        .allSatisfy(trigger -> {
          assertThat(trigger.at("/metadata/sasl").asString()).isEqualTo("plaintext");
          assertThat(trigger.at("/metadata/tls").asString()).isEqualTo("enable");
          assertThat(trigger.at("/authenticationRef/name").asString()).isEqualTo(login.name());
        });
    assertThat(login.at("/spec/secretTargetRef").findValuesAsString("parameter"))
        .containsExactly("username", "password", "ca");
  }

  private static List<String> lags(Rendered rendered, String name) {
    return triggers(rendered, name).stream()
        .map(trigger -> trigger.path("metadata"))
        .map(it -> it.path("consumerGroup").asString() + " " + it.path("topic").asString())
        .toList();
  }

  private static List<JsonNode> triggers(Rendered rendered, String name) {
    return rendered.one("ScaledObject", name).each("/spec/triggers").toList();
  }
}
