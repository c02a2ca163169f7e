package io.herald.local;

import static io.herald.local.Part.Kind.BACKEND;
import static io.herald.local.Part.Kind.SERVICE;
import static io.herald.local.Part.Kind.TELEGRAM;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.redis.EmbeddedRedis;
import java.util.List;

/** What the stack is made of. A further service is one more line. */
final class Parts {
  static final String REDIS = EmbeddedRedis.NAME;
  static final String KAFKA = BrokerProcess.NAME;
  static final String EMULATOR = "telegram-emulator";
  static final String IDENTITY = "demo-identity";
  static final String GATEWAY = "gateway-service";

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
          new Part("notification-worker", 8083, SERVICE, 192, "the way out to Telegram"));

  private Parts() {}

  static List<String> names() {
    return ALL.stream().map(Part::name).toList();
  }
}
