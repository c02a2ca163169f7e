package io.herald.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of what is where, and what to do now. */
final class Summary {
  private static final String ROW = "  %-20s %-28s %s";

  private static final String PEOPLE =
      "- log in as ann@example.com (password demo-ann) or olga@example.com, an admin (demo-olga).";

  private Summary() {}

  static List<String> of(Plan plan, Path data, Duration elapsed) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Herald is up after %.1f s.".formatted(elapsed.toMillis() / 1000.0));
    lines.add("");
    plan.parts()
        .reversed()
        .forEach(part -> lines.add(ROW.formatted(part.name(), address(part), part.purpose())));
    if (plan.telegram() != Plan.Telegram.EMULATOR) {
      lines.add(
          ROW.formatted("telegram", telegram(plan.telegram()), "the bot of TELEGRAM_BOT_TOKEN"));
    }
    lines.add(
        ROW.formatted(
            "health", "/actuator/health", "of each service; metrics: /actuator/prometheus"));
    lines.add(ROW.formatted("logs", data.resolve("logs"), ""));
    plan.observers().missing().forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.addAll(next(plan));
    lines.add("Ctrl-C stops everything; the data stays in " + data + ".");
    return lines;
  }

  private static String address(Part part) {
    return switch (part.name()) {
      case Parts.KAFKA -> "localhost:" + part.port();
      case Parts.REDIS -> "redis://localhost:" + part.port();
      default -> "http://localhost:" + part.port();
    };
  }

  private static String telegram(Plan.Telegram telegram) {
    return telegram == Plan.Telegram.REAL ? "the real one, long polling" : "TELEGRAM_API_URL";
  }

  private static List<String> next(Plan plan) {
    List<String> steps = new ArrayList<>();
    steps.add(
        part(plan, Parts.EMULATOR)
            .map(part -> "Open " + address(part) + " and type /start in the chat.")
            .orElse("Write /start to your bot in Telegram."));
    part(plan, Parts.GATEWAY).ifPresent(part -> steps.add(page(plan, part)));
    part(plan, Parts.GRAFANA).ifPresent(part -> steps.add("The dashboards: " + address(part)));
    part(plan, Parts.PROMETHEUS)
        .ifPresent(part -> steps.add("The alerts: " + address(part) + "/alerts"));
    return steps;
  }

  private static String page(Plan plan, Part gateway) {
    String page = "The page: " + address(gateway) + "/";
    return plan.has(Parts.IDENTITY) ? page + " " + PEOPLE : page;
  }

  private static Optional<Part> part(Plan plan, String name) {
    return plan.parts().stream().filter(part -> part.name().equals(name)).findFirst();
  }
}
