package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may talk to whom: nobody, but those who have to. */
class NetworkTest {

  @ParameterizedTest
  @MethodSource("io.herald.chart.Chart#cases")
  void everythingIsClosedToBeginWith(String values) {
    var rendered = Chart.of(values);
    if (values.equals("worker-only")) {
      assertThat(rendered.all("NetworkPolicy")).isEmpty();
      return;
    }
    Manifest closed = rendered.one("NetworkPolicy", "demo-herald-default");

    assertThat(rendered.selected(Manifest.texts(closed.at("/spec/podSelector/matchLabels"))))
        .isEqualTo(rendered.pods().toList());
    assertThat(closed.at("/spec/policyTypes")).hasToString("[\"Ingress\",\"Egress\"]");
    assertThat(closed.at("/spec/ingress")).hasToString("[]");
    assertThat(ports(closed, "egress")).containsExactly("53");
  }

  @ParameterizedTest
  @CsvSource({
    "own-kafka-and-redis, gateway, 443 6379 9092 9093",
    "own-kafka-and-redis, bot, 6379 9092 9093",
    "own-kafka-and-redis, scheduler, 6379 9092 9093",
    "own-kafka-and-redis, worker, 443 6379 9092 9093",
    "everything, gateway, 4318 443 6380 8081 8443 9093 9094",
    "everything, scheduler, 4318 443 6380 80 8081 9093 9094",
    "everything, topics, 9093 9094",
    "polling, bot, 7000 7001 7002 9092",
    "keda, bot, 26379 6379 9093",
    "trial, bot, 6379 9092"
  })
  void servicesReachWhatTheyNeedAndNothingElse(String values, String service, String expected) {
    Manifest policy = Chart.of(values).one("NetworkPolicy", "demo-herald-" + service);

    assertThat(String.join(" ", ports(policy, "egress"))).isEqualTo(expected);
  }

  @Test
  void theInternetIsNotTheInside() {
    Manifest policy = Chart.of("own-kafka-and-redis").one("NetworkPolicy", "demo-herald-worker");
    List<JsonNode> blocks = policy.at("/spec/egress").findValues("ipBlock");

    assertThat(blocks.stream().map(it -> it.path("cidr").asString()))
        .containsExactly("0.0.0.0/0", "::/0");
    assertThat(blocks.getFirst().path("except").toString())
        .contains("10.0.0.0/8", "169.254.0.0/16");
  }

  @Test
  void backendsOfATrialAreForThisReleaseAlone() {
    for (String backend : List.of("kafka", "redis")) {
      Manifest policy = Chart.of("trial").one("NetworkPolicy", "demo-herald-" + backend);
      assertThat(policy.at("/spec/ingress/0/from/0/podSelector/matchLabels").toString())
          .contains("\"app.kubernetes.io/instance\":\"demo\"");
      assertThat(policy.at("/spec/ingress").size()).isEqualTo(1);
    }
  }

  @Test
  void requestsComeFromWhereTheyAreExpected() {
    Manifest open = Chart.of("own-kafka-and-redis").one("NetworkPolicy", "demo-herald-gateway");
    Manifest bound = Chart.of("everything").one("NetworkPolicy", "demo-herald-gateway");
    Manifest bot = Chart.of("everything").one("NetworkPolicy", "demo-herald-bot");

    assertThat(open.at("/spec/ingress/0/from").isMissingNode()).isTrue();
    assertThat(bound.at("/spec/ingress/0/from").toString()).contains("\"ingress\"");
    assertThat(bot.at("/spec/ingress").size()).isEqualTo(1);
    assertThat(bot.at("/spec/ingress/0/from").toString()).contains("monitoring", "smoke-test");
  }

  private static Set<String> ports(Manifest policy, String direction) {
    return policy
        .each("/spec/" + direction)
        .flatMap(rule -> Manifest.stream(rule.path("ports")))
        .map(port -> port.path("port").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
