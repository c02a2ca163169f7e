package io.herald.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document and the gateway hold each other to their word. */
class ReferenceTest {

  // The door before the handlers has these; they are no routes.
  private static final List<String> WEBHOOKS =
      List.of("POST /telegram/webhook/{bot}", "POST /api/telegram/webhook");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document = ApiDocument.tree();
  private final ApiClient anybody = new ApiClient(RunningGateway.shared(), "none");

  @Test
  void describesEveryRouteAndNoOther() {
    Set<String> mapped =
        MappedRoutes.of(RunningGateway.shared().routes()).stream()
            .filter(route -> !isPage(route.substring(route.indexOf(' ') + 1)))
            // HEAD is GET without the bytes; and OpenAPI has no parameter that spans slashes.
            .filter(route -> !route.startsWith("HEAD "))
            .map(route -> route.replace("{*", "{"))
            .collect(Collectors.toCollection(TreeSet::new));
    mapped.addAll(WEBHOOKS);

    assertThat(described()).isEqualTo(mapped);
  }

  @Test
  void holdsNoReferenceThatLeadsNowhere() {
    List<String> references = document.findValuesAsString("$ref");

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(it).startsWith("#/");
          assertThat(document.at(it.substring(1)).isMissingNode()).as(it).isFalse();
        });
  }

  @Test
  void holdsTheContractItself() {
    JsonNode schema = document.at("/components/schemas/NotificationRequested");

    assertThat(schema.at("/properties/text/maxLength").asInt()).isPositive();
    assertThat(schema.at("/$defs/recipient/oneOf")).hasSize(4);
    assertThat(schema.has("$id")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.yaml, application/yaml",
    "/contracts/notification-requested.schema.json, application/schema+json",
    "/contracts/delivery-event.schema.json, application/schema+json",
    "/contracts/job-command.schema.json, application/schema+json",
    "/contracts/job-event.schema.json, application/schema+json",
    "/contracts/external-command.schema.json, application/schema+json",
    "/contracts/schedule.schema.json, application/schema+json",
    "/contracts/schedule-run.schema.json, application/schema+json",
    "/contracts/schedule-trigger.schema.json, application/schema+json",
    "/docs, text/html;charset=utf-8",
    "/docs/start.js, text/javascript;charset=utf-8",
    "/docs/swagger-ui.css, text/css;charset=utf-8",
    "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8"
  })
  void isThereForEverybody(String path, String type) {
    HttpResponse<String> answer = anybody.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void hasNothingElse() {
    assertThat(anybody.get("/contracts/nothing").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/contracts/..%2fapplication.yaml").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/docs/package.json").statusCode()).isEqualTo(404);
  }

  private Set<String> described() {
    return document.get("paths").properties().stream()
        .flatMap(path -> operations(path.getKey(), path.getValue()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> operations(String path, JsonNode item) {
    JsonNode resolved =
        item.has("$ref") ? document.at(item.get("$ref").asString().substring(1)) : item;
    return resolved.propertyNames().stream()
        .filter(METHODS::contains)
        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path);
  }

  // Pages are for browsers, and no part of the API.
  private static boolean isPage(String path) {
    return Stream.of(
                "/docs", "/login", "/logout", "/history", "/schedules", "/account/", "/assets/")
            .anyMatch(path::startsWith)
        || path.equals("/");
  }
}
