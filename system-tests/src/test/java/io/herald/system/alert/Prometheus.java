package io.herald.system.alert;

import io.herald.local.observe.PrometheusProcess;
import io.herald.local.observe.PrometheusProcess.Pace;
import io.herald.model.json.Json;
import io.herald.system.stack.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a Prometheus says that asks the services every three seconds and judges every second, by the
 * rules as they are delivered.
 */
final class Prometheus implements AutoCloseable {

  private static final Pace PACE = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(1));

  private final PrometheusProcess process;

  private Prometheus(PrometheusProcess process) {
    this.process = process;
  }

  /** Starts it and waits for it; its data and its log go into that folder. */
  static Prometheus start(List<Member> services, Path folder, Duration timeout) {
    Path program =
        PrometheusProcess.program(System.getenv())
            .orElseThrow(() -> new IllegalStateException(PrometheusProcess.MISSING));
    Map<String, Integer> ports =
        services.stream()
            .collect(Collectors.toMap(Prometheus::label, service -> service.url("/").getPort()));
    var process = PrometheusProcess.of(program, 0, folder, ports, PACE);
    process.start();
    process.awaitReady(timeout);
    return new Prometheus(process);
  }

  private static String label(Member service) {
    return service.name().replaceAll("-service|notification-", "");
  }

  @Override
  public void close() {
    process.close();
  }

  /** The names of the alerts that fire. */
  List<String> firing() {
    return ask("/api/v1/alerts")
        .get("alerts")
        .valueStream()
        .filter(alert -> alert.get("state").asString().equals("firing"))
        .map(alert -> alert.get("labels").get("alertname").asString())
        .toList();
  }

  /** What is wrong with rules that Prometheus could not evaluate; empty: nothing. */
  List<String> brokenRules() {
    return ask("/api/v1/rules")
        .get("groups")
        .valueStream()
        .flatMap(group -> group.get("rules").valueStream())
        .filter(rule -> rule.get("health").asString().equals("err"))
        .map(JsonNode::toString)
        .toList();
  }

  /** How many series the query finds now. */
  int count(String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return ask("/api/v1/query?query=" + encoded).get("result").size();
  }

  /** How many series of that name had exemplars within the last minutes. */
  int exemplars(String series) {
    long now = System.currentTimeMillis() / 1_000;
    String range = "&start=" + (now - 600) + "&end=" + (now + 60);
    return ask("/api/v1/query_exemplars?query=" + series + range).size();
  }

  private JsonNode ask(String path) {
    try {
      return Json.tree(text(path).getBytes(StandardCharsets.UTF_8)).get("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String path) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + process.port() + path);
    try (InputStream in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
