package io.herald.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Secrets SECRETS =
      new Secrets("s3cret", "key", "jwt-key", "oidc-key", "signing-key");

  @Test
  void talksToTheEmulatorByDefault() {
    Plan plan = plan(0, Map.of());

    assertThat(names(plan))
        .containsExactlyElementsOf(
            Parts.names().stream()
                .filter(name -> !List.of("prometheus", "grafana").contains(name))
                .toList());
    assertThat(plan.settings())
        .containsEntry("TELEGRAM_API_URL", "http://localhost:8090")
        .containsEntry("HERALD_TELEGRAM_LINK_URL", "http://localhost:8090/t.me")
        .containsEntry("TELEGRAM_WEBHOOK_SECRET", "s3cret")
        .containsEntry(
            "HERALD_API_KEYS",
            // printf %s key | sha256sum
            "local=2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683"
                + ":notify.send+notify.read+account+admin")
        .containsEntry("HERALD_JWT_SECRET", "jwt-key")
        .containsEntry("HERALD_OIDC_ISSUER_URI", "http://localhost:8095")
        .containsEntry("HERALD_OIDC_CLIENT_ID", "herald")
        .containsEntry("HERALD_OIDC_CLIENT_SECRET", "oidc-key")
        .containsEntry("HERALD_SIGNING_SECRET", "signing-key")
        .containsEntry("HERALD_JOBS_FOLDER", Path.of("d/jobs").toAbsolutePath().toString())
        .containsEntry("LC_ALL", "C.UTF-8")
        .containsEntry("HERALD_INGEST", "webhook")
        .containsEntry("PUBLIC_BASE_URL", "http://localhost:8080")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092")
        .containsEntry("REDIS_URL", "redis://localhost:6379");
    assertThat(Path.of(plan.settings().get("HERALD_JOBS_FILE"))).isRegularFile();
    assertThat(Path.of(plan.settings().get("HERALD_SCRIPTS_FOLDERS"))).isDirectory();
    assertThat(plan.settings().get("TELEGRAM_BOT_TOKEN")).matches("4200:[A-Za-z0-9_-]{35}");
  }

  @Test
  void movesEveryPort() {
    Plan plan = plan(100, Map.of());

    assertThat(plan.parts())
        .extracting(Part::port)
        .containsExactly(6479, 9192, 8190, 8195, 8180, 8181, 8182, 8183);
    assertThat(plan.settings())
        .containsEntry("TELEGRAM_API_URL", "http://localhost:8190")
        .containsEntry("HERALD_OIDC_ISSUER_URI", "http://localhost:8195")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:9192");
  }

  @Test
  void aTokenMeansTheRealTelegram() {
    Plan plan = plan(0, Map.of("TELEGRAM_BOT_TOKEN", "1:x"));

    assertThat(names(plan)).doesNotContain(Parts.EMULATOR);
    assertThat(plan.settings())
        .containsEntry("HERALD_INGEST", "polling")
        .doesNotContainKeys("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "HERALD_TELEGRAM_LINK_URL");
  }

  @Test
  void aTokenMayComeFromAFileAndAnEmptyOneIsNone() {
    assertThat(plan(0, Map.of("TELEGRAM_BOT_TOKEN_FILE", "/x")).telegram())
        .isEqualTo(Plan.Telegram.REAL);
    assertThat(plan(0, Map.of("TELEGRAM_BOT_TOKEN", "")).telegram())
        .isEqualTo(Plan.Telegram.EMULATOR);
  }

  @Test
  void whatTheUserHasSetWinsAndReplacesItsPart() {
    Plan plan =
        plan(
            0,
            Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "k:1"),
                Map.entry("LANG", "de_DE.UTF-8"),
                Map.entry("REDIS_URL", "redis://r"),
                Map.entry("TELEGRAM_API_URL", "http://t"),
                Map.entry("HERALD_INGEST", "webhook"),
                Map.entry("TELEGRAM_WEBHOOK_SECRET", "mine"),
                Map.entry("HERALD_JWT_ISSUER_URI", "https://id"),
                Map.entry("HERALD_OIDC_ISSUER_URI", "https://id"),
                Map.entry("HERALD_API_KEYS_FILE", "/keys"),
                Map.entry("HERALD_SIGNING_SECRET", "mine"),
                Map.entry("HERALD_JOBS_FILE", "/jobs.yaml")));

    assertThat(names(plan))
        .containsExactly(
            "gateway-service", "bot-service", "scheduler-service", "notification-worker");
    assertThat(plan.settings())
        .containsOnlyKeys("PUBLIC_BASE_URL", "HERALD_JOBS_FOLDER", "HERALD_SCRIPTS_FOLDERS");
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    Plan plan =
        Plan.of(new Options(Path.of("d"), 0, List.of("bot-service"), false), Map.of(), SECRETS);
    assertThat(names(plan)).doesNotContain("bot-service").hasSize(7);
  }

  private static Plan plan(int offset, Map<String, String> environment) {
    return Plan.of(new Options(Path.of("d"), offset, List.of(), false), environment, SECRETS);
  }

  private static List<String> names(Plan plan) {
    return plan.parts().stream().map(Part::name).toList();
  }
}
