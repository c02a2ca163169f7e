package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** systemd takes the units as they are, and finds them confined. */
class UnitsTest {

  private static final Path EXECUTED = Path.of("usr/lib/herald/bin/herald-service");
  private static final Path ETC = Path.of("etc/systemd/system");
  private static final Path LIB = Path.of("usr/lib/systemd/system");

  // What every machine with systemd has; here only their names matter.
  private static final List<String> TARGETS =
      List.of("sysinit", "basic", "shutdown", "network-online", "multi-user");

  // Exposure from 0 (best) to 100; systemd calls it OK up to 49.
  private static final int MOST_EXPOSURE = 15;
  private static final int MOST_EXPOSURE_WITH_JOBS = 17;

  private static final Set<String> SECRETS =
      Set.of(
          "TELEGRAM_BOT_TOKEN",
          "TELEGRAM_WEBHOOK_SECRET",
          "HERALD_SIGNING_SECRET",
          "HERALD_API_KEYS",
          "HERALD_JWT_SECRET",
          "HERALD_OIDC_CLIENT_SECRET");

  @TempDir private Path root;

  static Stream<UnitFile> units() {
    return UnitFile.all();
  }

  @ParameterizedTest
  @MethodSource("units")
  void systemdTakesIt(UnitFile unit) throws IOException {
    put(EXECUTED, Checkout.text(UnitFile.FOLDER.resolve("herald-service")));
    assertThat(root.resolve(EXECUTED).toFile().setExecutable(true)).isTrue();
    put(ETC.resolve(unit.name()), Checkout.text(unit.file()));
    for (String target : TARGETS) {
      put(LIB.resolve(target + ".target"), "[Unit]\nDefaultDependencies=no\n");
    }

    String complaints = Program.SYSTEMD_ANALYZE.succeeds("verify", "--root=" + root, unit.name());

    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("units")
  void systemdFindsItConfined(UnitFile unit) {
    int most = unit.module().equals("scheduler-service") ? MOST_EXPOSURE_WITH_JOBS : MOST_EXPOSURE;

    assertThat(
            Program.SYSTEMD_ANALYZE.succeeds(
                "security", "--offline=true", "--threshold=" + most, unit.file()))
        .contains("Overall exposure level");
  }

  @ParameterizedTest
  @MethodSource("units")
  void runsItsServiceAndLetsItDrain(UnitFile unit) {
    assertThat(unit.values("ExecStart")).containsExactly("/" + EXECUTED + " " + unit.module());
    assertThat(unit.values("TimeoutStopSec")).containsExactly("25");
    assertThat(unit.values("SuccessExitStatus")).containsExactly("143");
    assertThat(unit.values("Restart")).containsExactly("always");
    assertThat(unit.values("MemoryMax")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("units")
  void tellsItsServiceWhatItKnows(UnitFile unit) {
    Set<String> told = new TreeSet<>(unit.environment().keySet());

    assertThat(told.remove("JAVA_HOME")).isTrue();
    assertThat(told).allMatch(KnownVariables.of(unit.module())::contains);
    assertThat(unit.values("EnvironmentFile"))
        .startsWith("-/etc/herald/herald.env")
        .endsWith("-/etc/herald/" + unit.module() + ".env");
  }

  @Test
  void thereIsOneForEachService() {
    assertThat(UnitFile.all().map(UnitFile::module))
        .containsExactlyInAnyOrderElementsOf(ComposeFile.MODULES.values());
  }

  @Test
  void whoRunsOtherPeoplesProgramsIsGivenNoSecretsAndHasAUserOfItsOwn() {
    Set<String> users =
        others().flatMap(unit -> unit.values("User").stream()).collect(Collectors.toSet());

    assertThat(users).containsExactly("herald");
    assertThat(others())
        .allMatch(unit -> unit.values("EnvironmentFile").contains("-/etc/herald/secrets.env"));
    assertThat(scheduler().values("User")).containsExactly("herald-scheduler");
    assertThat(scheduler().values("EnvironmentFile")).noneMatch(file -> file.contains("secrets"));
    assertThat(scheduler().environment().get("HERALD_JOBS_FOLDER"))
        .isEqualTo("/var/lib/" + scheduler().values("StateDirectory").getFirst());
  }

  @Test
  void allAreConfinedAlikeButForWhatJobsNeed() {
    Set<String> confinement = others().findFirst().orElseThrow().confinement();

    assertThat(others()).allMatch(unit -> unit.confinement().equals(confinement));
    assertThat(confinement)
        .contains("ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=");
    confinement.remove("SystemCallFilter=~@privileged @resources");
    confinement.add("SystemCallFilter=~@privileged");
    assertThat(scheduler().confinement()).isEqualTo(confinement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"herald.env", "secrets.env"})
  void examplesNameWhatServicesKnow(String name) {
    var known = KnownVariables.ofAll(List.copyOf(ComposeFile.MODULES.values()));
    Set<String> named = EnvironmentFile.of("systemd/" + name + ".example").all();

    assertThat(named).isNotEmpty().allMatch(known::contains);
    assertThat(named)
        .allMatch(variable ->
            SECRETS.contains(variable.replace("_PREVIOUS", "")) == name.startsWith("sec"));
  }

  @Test
  void whatIsInstalledIsThere() {
    String install = Checkout.text(UnitFile.FOLDER.resolve("install"));

    Program.BASH.succeeds("-n", UnitFile.FOLDER.resolve("install"));
    for (String file :
        List.of("docs/install-systemd.md", "deploy/docker/start", "deploy/docker/train")) {
      assertThat(install).contains("$here/" + file);
      assertThat(Checkout.ROOT.resolve(file)).isRegularFile();
    }
    assertThat(install).contains("settings 644 herald.env\n", "settings 600 secrets.env\n");
  }

  private void put(Path file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  private static UnitFile scheduler() {
    return UnitFile.all()
        .filter(unit -> unit.module().equals("scheduler-service"))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<UnitFile> others() {
    return UnitFile.all().filter(unit -> !unit.module().equals("scheduler-service"));
  }
}
