package io.herald.bench.ingest;

import io.herald.local.options.UsageError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is measured: a server that takes Telegram's webhooks. */
enum Subject {
  BARE("bare", "bare WebFlux endpoint", Keeps.NOTHING),
  HERALD("herald", "Herald, durable", Keeps.TOPIC),
  GRAMMY_DURABLE("grammy-durable", "grammY + ioredis + kafkajs, durable", Keeps.TOPIC),
  GRAMMY("grammy", "grammY, in memory", Keeps.MEMORY),
  TELEGRAF("telegraf", "Telegraf, in memory", Keeps.MEMORY),
  TELEGRAMBOTS("telegrambots", "TelegramBots webhook, in memory", Keeps.MEMORY);

  private enum Keeps {
    NOTHING,
    MEMORY,
    TOPIC
  }

  /** On the command line. */
  final String key;

  /** In tables. */
  final String title;

  private final Keeps keeps;

  Subject(String key, String title, Keeps keeps) {
    this.key = key;
    this.title = title;
    this.keeps = keeps;
  }

  /** Whether it answers only when Kafka has the update. */
  boolean durable() {
    return keeps == Keeps.TOPIC;
  }

  /** Whether it only runs a handler and loses what it answered in a crash. */
  boolean inMemory() {
    return keeps == Keeps.MEMORY;
  }

  /** Where a durable subject's updates are: six partitions each. */
  String topic() {
    return this == HERALD ? "herald.updates" : "bench." + key + ".updates";
  }

  static Subject of(String key) {
    return Arrays.stream(values())
        .filter(subject -> subject.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new UsageError("Unknown subject " + key + ": known are " + keys()));
  }

  static String keys() {
    return Arrays.stream(values()).map(subject -> subject.key).collect(Collectors.joining(", "));
  }

  static List<Subject> all() {
    return List.of(values());
  }
}
