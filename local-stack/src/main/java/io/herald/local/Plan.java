package io.herald.local;

import io.herald.local.process.Installation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What is started and what the services are told, from the options and the user's environment. What
 * the user has set wins, so it is not set here again, and a part that the user's own one replaces
 * is left out.
 *
 * @param parts in the order of starting
 * @param settings for every service, without what the user has set
 * @param telegram where messages go
 * @param observers who watches, if somebody shall
 */
record Plan(
    List<Part> parts, Map<String, String> settings, Telegram telegram, Observers observers) {

  /** Which Telegram the stack talks to. */
  enum Telegram {
    EMULATOR,
    REAL,
    OWN_SERVER
  }

  /** Not a secret: it opens nothing but the emulator. */
  static final String DEMO_TOKEN = "4200:herald-local-demo-token-AAAAAAAAAAA";

  /** The kinds of jobs that there are, below Herald's folder. */
  private static final Path EXAMPLES = Path.of("examples", "jobs", "jobs.yaml");

  /** The notification scripts that there are, likewise. */
  private static final Path SCRIPTS = Path.of("examples", "notifications");

  private static final List<String> LOCALE = List.of("LC_ALL", "LC_CTYPE", "LANG");

  private static final String ISSUER = "HERALD_OIDC_ISSUER_URI";

  Plan {
    parts = List.copyOf(parts);
    settings = Map.copyOf(settings);
  }

  static Plan of(Options options, Map<String, String> environment, Secrets secrets) {
    Telegram telegram = telegram(environment);
    Observers observers = Observers.of(options, environment);
    List<Part> parts =
        Parts.ALL.stream()
            .filter(part -> !options.without().contains(part.name()))
            .filter(part -> !replaced(part, environment, telegram))
            .filter(part -> part.kind() != Part.Kind.OBSERVER || observers.has(part))
            .map(part -> part.shifted(options.portOffset()))
            .toList();
    Map<String, String> settings = settings(options.portOffset(), telegram);
    settings.put("TELEGRAM_WEBHOOK_SECRET", secrets.webhook());
    settings.put("HERALD_API_KEYS", apiKeys(secrets.apiKey()));
    settings.put("HERALD_SIGNING_SECRET", secrets.signing());
    if (LOCALE.stream().noneMatch(name -> isSet(environment, name))) {
      // Without one, names of files would be ASCII.
      settings.put("LC_ALL", "C.UTF-8");
    }
    settings.put("HERALD_JOBS_FOLDER", options.data().resolve("jobs").toString());
    settings.put("HERALD_JOBS_FILE", Installation.root().resolve(EXAMPLES).toString());
    settings.put("HERALD_SCRIPTS_FOLDERS", Installation.root().resolve(SCRIPTS).toString());
    if (!isSet(environment, "HERALD_JWT_ISSUER_URI")) {
      settings.put("HERALD_JWT_SECRET", secrets.jwt());
    }
    if (!isSet(environment, ISSUER)) {
      settings.put(ISSUER, "http://localhost:" + Parts.port(Parts.IDENTITY, options.portOffset()));
      settings.put("HERALD_OIDC_CLIENT_ID", "herald");
      settings.put("HERALD_OIDC_CLIENT_SECRET", secrets.oidc());
    }
    settings.keySet().removeIf(name -> isSet(environment, name));
    return new Plan(parts, settings, telegram, observers);
  }

  boolean has(String name) {
    return parts.stream().anyMatch(part -> part.name().equals(name));
  }

  /** The parts that are executable jars of Herald, the emulator among them. */
  List<Part> services() {
    return parts.stream()
        .filter(part -> EnumSet.of(Part.Kind.TELEGRAM, Part.Kind.SERVICE).contains(part.kind()))
        .toList();
  }

  private static Telegram telegram(Map<String, String> environment) {
    if (isSet(environment, "TELEGRAM_API_URL")) {
      return Telegram.OWN_SERVER;
    }
    return isSet(environment, "TELEGRAM_BOT_TOKEN") ? Telegram.REAL : Telegram.EMULATOR;
  }

  private static boolean replaced(Part part, Map<String, String> environment, Telegram telegram) {
    return switch (part.name()) {
      case Parts.KAFKA -> isSet(environment, "KAFKA_BOOTSTRAP_SERVERS");
      case Parts.REDIS -> isSet(environment, "REDIS_URL");
      case Parts.IDENTITY -> isSet(environment, ISSUER);
      case Parts.EMULATOR -> telegram != Telegram.EMULATOR;
      default -> false;
    };
  }

  private static Map<String, String> settings(int offset, Telegram telegram) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + Parts.port(Parts.KAFKA, offset));
    settings.put("REDIS_URL", "redis://localhost:" + Parts.port(Parts.REDIS, offset));
    settings.put("PUBLIC_BASE_URL", "http://localhost:" + Parts.port(Parts.GATEWAY, offset));
    settings.put("HERALD_INGEST", telegram == Telegram.EMULATOR ? "webhook" : "polling");
    if (telegram == Telegram.EMULATOR) {
      String emulator = "http://localhost:" + Parts.port(Parts.EMULATOR, offset);
      settings.put("TELEGRAM_API_URL", emulator);
      settings.put("HERALD_TELEGRAM_LINK_URL", emulator + "/t.me");
      settings.put("TELEGRAM_BOT_TOKEN", DEMO_TOKEN);
    }
    return settings;
  }

  /** One key that may do everything. */
  private static String apiKeys(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "local=" + HexFormat.of().formatHex(hash) + ":notify.send+notify.read+account+admin";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A value may also come from a file that {@code <NAME>_FILE} names. */
  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank()
        || !environment.getOrDefault(name + "_FILE", "").isBlank();
  }
}
