package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the world reaches, where it is led, and how much of it. */
class EdgeTest {

  private static final Path GATEWAY = Path.of("..", "gateway-service", "src", "main");
  private static final Pattern WORDS = Pattern.compile("\"(/[^\"]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"everything", "canary", "haproxy"})
  void everyAddressThatIsDescribedIsReached(String values) throws IOException {
    var api = Yaml.document(Files.readString(GATEWAY.resolve("resources/openapi/openapi.yaml")));
    var routes = Routes.of(Chart.of(values));

    assertThat(api.path("paths").propertyNames())
        .isNotEmpty()
        .allSatisfy(path ->
            assertThat(routes.backend(path.replaceAll("[{][^}]*[}]", "some")))
                .as(path)
                .isEqualTo("demo-herald-gateway"));
  }

  @Test
  void everyAddressOfThePageIsReached() throws IOException {
    var source = Files.readString(GATEWAY.resolve("java/io/herald/gateway/login/PagePaths.java"));
    List<String> paths = WORDS.matcher(source).results().map(found -> found.group(1)).toList();
    var routes = Routes.of(Chart.of("everything"));

    assertThat(paths)
        .contains("/", "/login", "/oauth2/authorization/")
        .allSatisfy(path -> {
          assertThat(routes.backend(path)).as(path).isEqualTo("demo-herald-gateway");
          if (path.length() > 1 && path.endsWith("/")) {
            assertThat(routes.backend(path + "below")).isEqualTo("demo-herald-gateway");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "canary", "traefik", "haproxy", "other-edge", "polling"})
  void whatIsForOperatorsStaysInside(String values) {
    var routes = Routes.of(Chart.of(values));

    assertThat(routes.backend("/api/notifications")).isEqualTo("demo-herald-gateway");
    assertThat(routes.backend("/actuator")).isEmpty();
    assertThat(routes.backend("/actuator/prometheus")).isEmpty();
    assertThat(routes.backend("/actuatorx")).isEmpty();
  }

  @Test
  void deadLettersAreTheWorkersAndOnlyOnDemand() {
    String path = "/api/admin/dead-letters/3-17/replay";

    assertThat(Routes.of(Chart.of("everything")).backend(path)).isEqualTo("demo-herald-worker");
    assertThat(Routes.of(Chart.of("canary")).backend(path)).isEqualTo("demo-herald-worker");
    assertThat(Routes.of(Chart.of("haproxy")).backend(path)).isEqualTo("demo-herald-gateway");
  }

  @Test
  void pollingNeedsNoWebhook() {
    assertThat(Chart.of("polling").has("Ingress", "demo-herald-webhook")).isFalse();
    assertThat(Chart.of("haproxy").has("Ingress", "demo-herald-webhook")).isTrue();
  }

  @Test
  void eachControllerIsToldTheLimitsInItsOwnWords() {
    assertThat(annotations("everything", "webhook"))
        .containsEntry("nginx.ingress.kubernetes.io/limit-rps", "300")
        .containsEntry(
            "nginx.ingress.kubernetes.io/whitelist-source-range", "149.154.160.0/20,91.108.4.0/22")
        .containsEntry("nginx.ingress.kubernetes.io/proxy-body-size", "2m")
        .containsEntry("cert-manager.io/cluster-issuer", "letsencrypt")
        .containsEntry("external-dns.alpha.kubernetes.io/ttl", "60");
    assertThat(annotations("everything", "public"))
        .containsEntry("nginx.ingress.kubernetes.io/limit-rps", "30")
        .doesNotContainKey("nginx.ingress.kubernetes.io/whitelist-source-range");
    assertThat(annotations("haproxy", "public"))
        .containsEntry("haproxy-ingress.github.io/limit-rps", "30")
        .containsEntry("haproxy-ingress.github.io/allowlist-source-range", "192.0.2.0/24");
    assertThat(annotations("other-edge", "public")).isEqualTo(Map.of("example.com/limit", "10"));
  }

  @Test
  void traefikFindsItsLimitsInObjects() {
    var rendered = Chart.of("traefik");

    assertThat(annotations("traefik", "webhook"))
        .containsEntry(
            "traefik.ingress.kubernetes.io/router.middlewares",
            "apps-demo-herald-webhook@kubernetescrd")
        .containsEntry("cert-manager.io/issuer", "own");
    assertThat(rendered.one("Middleware", "demo-herald-webhook").at("/spec/chain/middlewares"))
        .hasToString(
            "[{\"name\":\"demo-herald-webhook-sources\"},{\"name\":\"demo-herald-webhook-rate\"}]");
    assertThat(rendered.one("Middleware", "demo-herald-webhook-rate").at("/spec/rateLimit/average"))
        .hasToString("300");
    assertThat(rendered.has("Middleware", "demo-herald-public-sources")).isFalse();
  }

  @Test
  void tlsIsServedWithTheCertificateThatIsAskedFor() {
    assertThat(tls("everything")).contains("demo-herald-tls", "herald.example.com");
    assertThat(tls("haproxy")).contains("own-certificate");
    assertThat(tls("other-edge")).isEmpty();
  }

  @Test
  void theCanaryGetsItsShareOfEverythingThatIsTheGateways() {
    var rendered = Chart.of("canary");

    for (String group : List.of("webhook", "public")) {
      assertThat(rendered.one("HTTPRoute", "demo-herald-" + group).each("/spec/rules"))
          .isNotEmpty()
          .allSatisfy(rule ->
              assertThat(rule.path("backendRefs").toString())
                  .isEqualTo(
                      "[{\"name\":\"demo-herald-gateway\",\"port\":8080,\"weight\":80},"
                          + "{\"name\":\"demo-herald-gateway-canary\",\"port\":8080,\"weight\":20}]"));
    }
    assertThat(rendered.one("HTTPRoute", "demo-herald-admin").toString()).doesNotContain("canary");
    assertThat(rendered.pod("gateway-canary").at("/containers/0/image").asString())
        .isEqualTo("herald/gateway-service:0.2.0");
    assertThat(rendered.pod("gateway").at("/containers/0/image").asString())
        .isEqualTo("herald/gateway-service:0.1.0");
  }

  private static Map<String, String> annotations(String values, String group) {
    return Chart.of(values).one("Ingress", "demo-herald-" + group).annotations();
  }

  private static String tls(String values) {
    var tls = Chart.of(values).one("Ingress", "demo-herald-public").at("/spec/tls");
    return tls.isMissingNode() ? "" : tls.toString();
  }
}
