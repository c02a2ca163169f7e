package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chart.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The Compose file starts what the contract describes, and gives nothing more rights than it needs.
 */
class ComposeTest {

  private static final Pattern SECRET = Pattern.compile("(?!.*URI$).*(TOKEN|SECRET|API_KEYS).*");
  private static final JsonNode CHART =
      Yaml.document(Checkout.text(Checkout.ROOT.resolve("helm/herald/values.yaml")));

  static Set<String> services() {
    return ComposeFile.services();
  }

  static Set<String> ours() {
    return new TreeSet<>(ComposeFile.MODULES.keySet());
  }

  @ParameterizedTest
  @MethodSource("services")
  void eachIsAskedForItsHealthAndComesBack(String name) {
    JsonNode service = ComposeFile.service(name);

    assertThat(service.at("/healthcheck/test/0").asString()).isEqualTo("CMD");
    assertThat(service.at("/healthcheck").propertyNames())
        .contains("interval", "timeout", "retries");
    assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
  }

  @ParameterizedTest
  @MethodSource("services")
  void eachIsConfined(String name) {
    JsonNode service = ComposeFile.service(name);

    assertThat(service.path("read_only").asBoolean(false)).isTrue();
    assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
    assertThat(service.path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
    assertThat(service.path("mem_limit").asString()).matches("\\d+[mg]");
    assertThat(service.propertyNames())
        .doesNotContain("privileged", "cap_add", "network_mode", "pid", "devices");
  }

  @ParameterizedTest
  @MethodSource("services")
  void nothingIsReachedFromOtherMachines(String name) {
    assertThat(ComposeFile.texts(name, "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void whatIsMountedIsThereAndIsNotWrittenTo(String name) {
    for (String mount : ComposeFile.texts(name, "volumes").toList()) {
      String[] parts = ComposeFile.withDefaults(mount).split(":");
      if (parts[0].startsWith(".")) {
        assertThat(ComposeFile.FOLDER.resolve(parts[0])).exists();
        assertThat(parts).as(mount).hasSize(3).endsWith("ro");
      } else {
        assertThat(ComposeFile.at("/volumes").propertyNames()).contains(parts[0]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void oursAreBuiltFromTheirModulesAndAskedAtTheirPorts(String name) {
    String module = ComposeFile.MODULES.get(name);
    JsonNode service = ComposeFile.service(name);
    Path context = ComposeFile.FOLDER.resolve(service.at("/build/context").asString());

    assertThat(service.at("/build/args/SERVICE").asString()).isEqualTo(module);
    assertThat(service.path("image").asString()).startsWith("herald/" + module + ":");
    assertThat(context.resolve(service.at("/build/dockerfile").asString())).isRegularFile();
    assertThat(service.at("/healthcheck/test").toString())
        .isEqualTo(
            "[\"CMD\",\"/app/healthy\",\"%d\"]".formatted(KnownVariables.ports().get(module)));
    assertThat(Files.isExecutable(Checkout.DEPLOY.resolve("docker/healthy"))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void oursAreToldWhatTheyKnow(String name) {
    var known = KnownVariables.of(ComposeFile.MODULES.get(name));

    assertThat(ComposeFile.environment(name).keySet())
        .contains("KAFKA_BOOTSTRAP_SERVERS", "REDIS_URL")
        .allMatch(known::contains);
    assertThat(ComposeFile.environment(name).get("HERALD_LOG_FORMAT").asString()).isEqualTo("ecs");
  }

  @ParameterizedTest
  @MethodSource("ours")
  void oursDrainBeforeTheyAreKilledAndStartAfterWhatTheyNeed(String name) {
    JsonNode service = ComposeFile.service(name);

    assertThat(service.path("stop_grace_period").asString()).isEqualTo("25s");
    assertThat(service.path("depends_on").propertyNames())
        .containsExactlyInAnyOrder("kafka", "redis");
    assertThat(service.path("depends_on").findValuesAsString("condition"))
        .containsOnly("service_healthy");
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, 'HERALD_API_KEYS HERALD_JWT_SECRET HERALD_JWT_SECRET_PREVIOUS"
        + " HERALD_OIDC_CLIENT_SECRET HERALD_SIGNING_SECRET HERALD_SIGNING_SECRET_PREVIOUS"
        + " TELEGRAM_BOT_TOKEN TELEGRAM_WEBHOOK_SECRET TELEGRAM_WEBHOOK_SECRET_PREVIOUS'",
    "bot, HERALD_SIGNING_SECRET HERALD_SIGNING_SECRET_PREVIOUS TELEGRAM_BOT_TOKEN",
    "scheduler, ''",
    "worker, HERALD_API_KEYS HERALD_JWT_SECRET HERALD_JWT_SECRET_PREVIOUS TELEGRAM_BOT_TOKEN"
  })
  void eachServiceIsGivenItsOwnSecretsAlone(String service, String expected) {
    assertThat(ComposeFile.environment(service).keySet())
        .filteredOn(name -> SECRET.matcher(name).matches())
        .isEqualTo(Stream.of(expected.split(" ")).filter(it -> !it.isEmpty()).toList());
  }

  @Test
  void whatMustBeSetSaysSo() {
    assertThat(ComposeFile.required())
        .containsOnlyKeys("TELEGRAM_BOT_TOKEN", "HERALD_SIGNING_SECRET")
        .allSatisfy((_, message) ->
            assertThat(message).startsWith("put ").endsWith(" into deploy/compose/.env"));
    assertThat(EnvironmentFile.of("compose/env.example").empty())
        .isEqualTo(ComposeFile.required().keySet());
  }

  @Test
  void theExampleTellsWhatCanBeSetAndNothingElse() {
    assertThat(EnvironmentFile.of("compose/env.example").all()).isEqualTo(ComposeFile.read());
  }

  @Test
  void whatIsFilledInIsLeftAloneByGitAndByTheImages() {
    for (String file : List.of(".gitignore", ".dockerignore")) {
      assertThat(Checkout.text(Checkout.ROOT.resolve(file)).lines())
          .contains("deploy/compose/.env");
    }
  }

  @Test
  void whatIsNotNeededIsThereOnRequest() {
    var profiles =
        services().stream()
            .filter(name -> ComposeFile.service(name).has("profiles"))
            .collect(
                Collectors.toMap(
                    name -> name, name -> ComposeFile.texts(name, "profiles").toList()));

    assertThat(profiles)
        .containsOnlyKeys("emulator", "prometheus", "grafana")
        .containsEntry("emulator", List.of("emulator"))
        .containsEntry("prometheus", List.of("observe"))
        .containsEntry("grafana", List.of("observe"));
    assertThat(ComposeFile.texts("emulator", "ports")).containsExactly("127.0.0.1:8090:8090");
  }

  @Test
  void kafkaAndRedisAreThoseOfTheChartsTrial() {
    assertThat(ComposeFile.service("kafka").path("image"))
        .isEqualTo(CHART.at("/kafka/trial/image"));
    assertThat(ComposeFile.service("redis").path("image"))
        .isEqualTo(CHART.at("/redis/trial/image"));
    assertThat(ComposeFile.service("redis").path("user").asString())
        .startsWith(CHART.at("/redis/trial/user").asString());
    assertThat(ComposeFile.texts("redis", "command"))
        .containsSequence("--maxmemory-policy", "noeviction");

    String chart = Checkout.text(Checkout.ROOT.resolve("helm/herald/templates/trial-kafka.yaml"));
    assertThat(settings(Checkout.text(ComposeFile.FOLDER.resolve("kafka/server.properties"))))
        .contains("advertised.listeners=PLAINTEXT://kafka:9092")
        .filteredOn(line -> !line.matches("(advertised.listeners|num.partitions)=.*"))
        .isEqualTo(
            settings(chart.substring(chart.indexOf("properties: |"), chart.indexOf("start.sh"))));
  }

  private static List<String> settings(String text) {
    return text.lines().map(String::strip).filter(line -> line.matches("[a-z.]+=[^{]*")).toList();
  }
}
