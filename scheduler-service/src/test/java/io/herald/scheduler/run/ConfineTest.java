package io.herald.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ConfineTest {

  @TempDir private Path folder;

  @Test
  void theFolderOfARunIsEmptyAtItsBeginning() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    Path kept = Files.writeString(folder.resolve("kept"), "x");
    Files.createSymbolicLink(run.resolve("link"), kept);
    Files.createDirectory(run.resolve("deep"));

    confine(ConfineSettings.SERVICE).enter(run);

    assertThat(run).isEmptyDirectory();
    assertThat(kept).hasContent("x");
    assertThat(OwnUsers.of(run)).isEmpty();
  }

  @Test
  void limitsComeBeforeTheProgram() {
    List<String> command = confine(ConfineSettings.SERVICE).enter(folder.resolve("run"));

    assertThat(command).contains("prlimit", "--data=67108864", "--no-new-privs").endsWith("--");
  }

  @Test
  void withoutScriptsNothingIsLookedFor() {
    var settings = new ConfineSettings("", 64, DataSize.ofMegabytes(64), DataSize.ofMegabytes(1));

    assertThat(new Confine(settings, List.of()).enter(folder.resolve("run"))).isEmpty();
  }

  @Test
  void whatLiesInRootsFoldersCanBeReadAndNothingMore() throws Exception {
    if (ProcessEntry.ownUser() == 0) {
      Path data = Files.writeString(folder.resolve("data"), "known\n");
      List<String> command = new ArrayList<>(confine("").enter(folder.resolve("run")));
      command.addAll(
          List.of("sh", "-c", "cat \"$1\"; id -u; echo >> \"$1\"", "sh", data.toString()));

      Process process = new ProcessBuilder(command).start();

      assertThat(process.inputReader().lines().toList())
          .hasSize(2)
          .startsWith("known")
          .doesNotContain("0");
      assertThat(process.waitFor()).isNotZero();
      assertThat(data).hasContent("known\n");
      assertThat(OwnUsers.of(folder.resolve("run"))).isPresent();
    }
  }

  @Test
  void aUserThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> confine("nobody-of-that-name"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("HERALD_SCRIPTS_RUN_AS");
  }

  @Test
  void aFolderThatIsClosedToOthersIsSeen() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));

    // JUnit's own folder is closed to all others.
    assertThat(Reach.byAll(open)).isFalse();
    assertThat(Reach.byAll(Path.of("/"))).isTrue();
  }

  private Confine confine(String runAs) {
    var settings =
        new ConfineSettings(runAs, 64, DataSize.ofMegabytes(64), DataSize.ofMegabytes(1));
    return new Confine(settings, List.of(folder));
  }
}
