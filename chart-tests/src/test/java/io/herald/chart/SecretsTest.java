package io.herald.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Secrets are in a Secret, and each service is given its own alone. */
class SecretsTest {

  @Test
  void noSecretIsAnywhereButInTheSecret() {
    var rendered = Chart.of("trial");
    JsonNode secrets = rendered.one("Secret", "demo-herald-secrets").at("/data");

    assertThat(secrets.size()).isEqualTo(5);
    for (JsonNode value : secrets.values()) {
      String encoded = value.asString();
      String plain = new String(Base64.getDecoder().decode(encoded), UTF_8);
      assertThat(plain).contains("SECRET");
      assertThat(rendered.objects())
          .filteredOn(object -> !object.kind().equals("Secret"))
          .noneMatch(object -> object.tree().toString().contains(plain))
          .noneMatch(object -> object.tree().toString().contains(encoded));
    }
    assertThat(Chart.notes("trial")).doesNotContain("SECRET").contains("came from values");
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, 'HERALD_API_KEYS HERALD_BOTS_SHOP_TOKEN HERALD_BOTS_SHOP_WEBHOOKSECRET"
        + " HERALD_JWT_SECRET HERALD_JWT_SECRET_PREVIOUS HERALD_OIDC_CLIENT_SECRET"
        + " HERALD_SIGNING_SECRET HERALD_SIGNING_SECRET_PREVIOUS TELEGRAM_BOT_TOKEN"
        + " TELEGRAM_WEBHOOK_SECRET TELEGRAM_WEBHOOK_SECRET_PREVIOUS'",
    "bot, HERALD_BOTS_SHOP_TOKEN HERALD_SIGNING_SECRET HERALD_SIGNING_SECRET_PREVIOUS"
        + " TELEGRAM_BOT_TOKEN",
    "scheduler, ''",
    "worker, HERALD_API_KEYS HERALD_BOTS_SHOP_TOKEN HERALD_JWT_SECRET HERALD_JWT_SECRET_PREVIOUS"
        + " TELEGRAM_BOT_TOKEN"
  })
  void eachServiceIsGivenWhatItNeeds(String service, String expected) {
    Set<String> all = new TreeSet<>(List.of(expected.split(" ")));
    all.remove("");
    all.addAll(Set.of("KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD"));
    all.addAll(Set.of("REDIS_USERNAME", "REDIS_PASSWORD", "SPRING_DATA_REDIS_SENTINEL_PASSWORD"));

    assertThat(secretVariables("everything", service)).isEqualTo(all);
  }

  @Test
  void aKeyIsNamedAfterItsVariableAndMayBeMissing() {
    assertThat(Chart.of("everything").pod("worker").environment().values())
        .filteredOn(variable -> variable.has("valueFrom"))
        .allSatisfy(variable -> {
          JsonNode key = variable.at("/valueFrom/secretKeyRef");
          assertThat(key.path("key")).isEqualTo(variable.path("name"));
          assertThat(key.path("optional").asBoolean(false)).isTrue();
          assertThat(key.path("name").asString()).isEqualTo("herald");
        });
  }

  @Test
  void withoutALoginThereIsNone() {
    assertThat(secretVariables("trial", "bot"))
        .containsExactly(
            "HERALD_SIGNING_SECRET", "HERALD_SIGNING_SECRET_PREVIOUS", "TELEGRAM_BOT_TOKEN");
  }

  @Test
  void theStoreMakesTheSecretThatPodsRead() {
    var rendered = Chart.of("external-secret");
    Manifest secret = rendered.one("ExternalSecret", "demo-herald-secrets");

    assertThat(secret.at("/spec/target/name").asString()).isEqualTo("demo-herald-secrets");
    assertThat(secret.at("/spec/data").toString())
        .contains("\"secretKey\":\"TELEGRAM_BOT_TOKEN\"", "\"property\":\"token\"");
    assertThat(rendered.all("Secret")).isEmpty();
  }

  @Test
  void newSecretsAreNewPods() {
    assertThat(annotations("trial", "secrets.values.HERALD_SIGNING_SECRET", "another"))
        .doesNotContainAnyElementsOf(Set.of(annotation(Chart.of("trial"), "checksum/secrets")));
    assertThat(annotation(Chart.of("everything"), "herald.io/secrets-revision")).isEqualTo("7");
  }

  private static Set<String> annotations(String values, String key, String value) {
    return Set.of(annotation(Chart.of(values, key, value), "checksum/secrets"));
  }

  private static String annotation(Rendered rendered, String name) {
    return rendered.pod("bot").template().at("/metadata/annotations").path(name).asString();
  }

  private static Set<String> secretVariables(String values, String service) {
    return Chart.of(values).pod(service).environment().entrySet().stream()
        .filter(variable -> variable.getValue().has("valueFrom"))
        .map(variable -> variable.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
