package io.herald.local;

import static io.herald.local.Part.Kind.BACKEND;
import static io.herald.local.Part.Kind.OBSERVER;
import static io.herald.local.Part.Kind.SERVICE;
import static io.herald.local.Part.Kind.TELEGRAM;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.observe.GrafanaProcess;
import io.herald.local.observe.PrometheusProcess;
import io.herald.local.redis.EmbeddedRedis;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the stack is made of. A further service is one more line. */
final class Parts {
  static final String REDIS = EmbeddedRedis.NAME;
  static final String KAFKA = BrokerProcess.NAME;
  static final String EMULATOR = "telegram-emulator";
  static final String IDENTITY = "demo-identity";
  static final String GATEWAY = "gateway-service";
  static final String PROMETHEUS = PrometheusProcess.NAME;
  static final String GRAFANA = GrafanaProcess.NAME;

  static final List<Part> ALL =
      List.of(
          new Part(REDIS, 6379, BACKEND, 0, "Redis"),
          new Part(KAFKA, 9092, BACKEND, 256, "Kafka broker"),
          new Part(
              EMULATOR, 8090, TELEGRAM, 192, "chat page and Bot API: Telegram on this machine"),
          new Part(
              IDENTITY, 8095, SERVICE, 128, "who people are: an OpenID provider on this machine"),
          new Part(GATEWAY, 8080, SERVICE, 320, "the page, webhook and HTTP API"),
          new Part("bot-service", 8081, SERVICE, 192, "commands and replies"),
          new Part("scheduler-service", 8082, SERVICE, 192, "jobs: queue and programs"),
          new Part("notification-worker", 8083, SERVICE, 192, "the way out to Telegram"),
          // Not at their usual ports: where they are installed, they often run there already.
          new Part(PROMETHEUS, 8091, OBSERVER, 0, "metrics and alerts"),
          new Part(GRAFANA, 8092, OBSERVER, 0, "dashboards"));

  /** What rules and dashboards call the services. */
  private static final Map<String, String> LABELS =
      Map.of(
          GATEWAY,
          "gateway",
          "bot-service",
          "bot",
          "scheduler-service",
          "scheduler",
          "notification-worker",
          "worker");

  private Parts() {}

  /**
   * The ports of the services that have metrics, by the name that rules know them under. One that
   * is left out may run elsewhere at its port, for example in an IDE.
   */
  static Map<String, Integer> observed(int offset) {
    return ALL.stream()
        .filter(part -> LABELS.containsKey(part.name()))
        .collect(Collectors.toMap(part -> LABELS.get(part.name()), part -> part.port() + offset));
  }

  static int port(String name, int offset) {
    return ALL.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow().port()
        + offset;
  }

  static List<String> names() {
    return ALL.stream().map(Part::name).toList();
  }
}
