package io.herald.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of all settings, as the code has it. */
final class ConfigurationPage {

  static final String PLACE = "docs/configuration.md";

  private static final Map<String, String> SERVICES = new LinkedHashMap<>();
  private static final String SHARED = "common-runtime";
  // Shared, but with a default of its own in each service.
  private static final String PORT = "SERVER_PORT";
  // Constants that annotations of one class take from another.
  private static final Map<String, String> CONSTANTS =
      Map.of(
          "Bots.MAIN",
          "main",
          "TelegramSignature.TELEGRAM",
          "e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d");

  static {
    SERVICES.put("gateway", "gateway-service");
    SERVICES.put("bot", "bot-service");
    SERVICES.put("scheduler", "scheduler-service");
    SERVICES.put("worker", "notification-worker");
  }

  private static final String HEAD =
      """
      # Configuration

      Every environment variable that Herald reads. This page is generated: `bin/configuration` writes it from the services' sources
      (Javadoc, defaults), and a test compares the two (`ConfigurationPageTest`). What is wrong stops the start with one line that names the variable.

      - **Where values come from:** an environment variable; `<NAME>_FILE`, a file that holds the value of any `HERALD_`, `TELEGRAM_`, `KAFKA_` or
        `REDIS_` variable or of `PUBLIC_BASE_URL` (but `HERALD_JOBS_FILE`, which is itself a path); or a configuration
        file whose keys are the variables, such as `HERALD_WORKER_LANES: 32` in `herald.yaml`, with `java -jar notification-worker.jar --spring.config.additional-location=herald.yaml`. The first of them wins.
      - **Types:** a *duration* is `500ms`, `30s`, `10m`, `8h`, `7d`; a *size* `64KB`, `2MB`; a *rate* `30/s`, `20/m`, `1000/h`; a *list* has commas. A *secret* is never logged; it is best given by a file.
      - `–` is no default: what it says of empty, blank or unset holds.
      - **Spring's own settings** work as well (`SPRING_…`, `MANAGEMENT_…`, `LOGGING_…`); Herald's defaults for them are in
        [herald-defaults.properties](../common-runtime/src/main/resources/herald-defaults.properties). Traces are exported to `OTEL_EXPORTER_OTLP_ENDPOINT` ([traces](metrics.md#traces)).
      - The chart's values are described in [values.yaml](../helm/herald/values.yaml); it sets these variables.
      """;

  private final Path root;

  private ConfigurationPage(Path root) {
    this.root = root;
  }

  /** Makes the page from the sources of the repository that lies there. */
  static String of(Path root) throws IOException {
    return new ConfigurationPage(root).markdown();
  }

  /** The modules that read variables. */
  static List<String> modules() {
    return Stream.concat(Stream.of(SHARED), SERVICES.values().stream()).toList();
  }

  private String markdown() throws IOException {
    var page = new StringBuilder(HEAD);
    page.append("\n## What services share\n| variable | type | default | services | meaning |\n");
    page.append("|---|---|---|---|---|\n");
    for (Setting setting : settings(SHARED).values()) {
      if (!setting.variable().equals(PORT)) {
        page.append(setting.row(readers(setting))).append('\n');
      }
    }
    for (String service : SERVICES.keySet()) {
      page.append(
          "\n## %s\n| variable | type | default | meaning |\n".formatted(SERVICES.get(service)));
      page.append("|---|---|---|---|\n");
      for (Setting setting : ofService(service)) {
        page.append(setting.row()).append('\n');
      }
    }
    return page.toString();
  }

  /** A service's own settings, and its port. */
  private List<Setting> ofService(String service) throws IOException {
    String module = SERVICES.get(service);
    Map<String, Setting> all = settings(module);
    all.put(PORT, settings(SHARED).get(PORT).withFallback(placeholders(module).fallback(PORT)));
    return new ArrayList<>(all.values());
  }

  private Map<String, Setting> settings(String module) throws IOException {
    Map<String, Setting> byName = new TreeMap<>();
    for (Setting setting : Explained.in(java(module), placeholders(module), CONSTANTS)) {
      for (Setting named : asOperatorsWrite(setting)) {
        Setting before = byName.put(named.variable(), named);
        if (before != null && !before.meaning().equals(named.meaning())) {
          throw new IllegalStateException(
              "%s says of %s: %s; but %s says: %s"
                  .formatted(
                      before.owner(),
                      named.variable(),
                      before.meaning(),
                      named.owner(),
                      named.meaning()));
        }
      }
    }
    return byName;
  }

  /** The bot {@code main} has a token of a name that everybody knows. */
  private static List<Setting> asOperatorsWrite(Setting setting) {
    if (!setting.variable().equals("HERALD_BOTS_<NAME>_TOKEN")) {
      return List.of(setting);
    }
    var main =
        new Setting(
            "TELEGRAM_BOT_TOKEN",
            setting.type(),
            "",
            "the same of the bot `main`",
            setting.owner(),
            setting.sign());
    return List.of(setting, main);
  }

  private Placeholders placeholders(String module) throws IOException {
    var placeholders = new Placeholders();
    Path resources = root.resolve(module).resolve("src/main/resources");
    placeholders.read(resources.resolve("application.yaml"));
    placeholders.read(resources.resolve("herald-defaults.properties"));
    return placeholders;
  }

  /** The services that use what a shared setting is for. */
  private String readers(Setting setting) throws IOException {
    List<String> readers = new ArrayList<>();
    for (Map.Entry<String, String> service : SERVICES.entrySet()) {
      if (uses(service.getValue(), setting)) {
        readers.add(service.getKey());
      }
    }
    return readers.size() == SERVICES.size() ? "all" : String.join(", ", readers);
  }

  private boolean uses(String module, Setting setting) throws IOException {
    Pattern sign = Pattern.compile(setting.sign());
    try (Stream<Path> files = Files.walk(java(module))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        if (sign.matcher(Files.readString(file)).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private Path java(String module) {
    return root.resolve(module).resolve("src/main/java");
  }
}
