package io.herald.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoveOldFilesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir private Path folder;
  private RemoveOldFiles remove;

  @BeforeEach
  void openFolders() throws IOException {
    remove = new RemoveOldFiles(folder.resolve("jobs"), WEEK);
    Files.createDirectories(folder.resolve("jobs/.logs"));
    written("jobs/.logs", Duration.ofDays(30));
  }

  @Test
  void removesWhatIsOlder() throws IOException {
    job("jold", Duration.ofDays(8));
    job("jnew", Duration.ofDays(6));

    remove.removeAt(NOW);

    assertThat(folder.resolve("jobs/jold")).doesNotExist();
    assertThat(folder.resolve("jobs/.logs/jold.log")).doesNotExist();
    assertThat(folder.resolve("jobs/jnew/a.txt")).exists();
    assertThat(folder.resolve("jobs/.logs/jnew.log")).exists();
  }

  @Test
  void keepsTheFolderOfAFileThatIsStillWrittenTo() throws IOException {
    job("jlong", Duration.ofDays(8));
    written("jobs/jlong/a.txt", Duration.ofDays(1));

    remove.removeAt(NOW);

    assertThat(folder.resolve("jobs/jlong/a.txt")).exists();
  }

  @Test
  void leavesAloneWhatNoJobMade() throws IOException {
    Files.createDirectories(folder.resolve("jobs/photos"));
    Files.writeString(folder.resolve("jobs/notes.txt"), "mine");
    written("jobs/notes.txt", Duration.ofDays(30));
    written("jobs/photos", Duration.ofDays(30));

    remove.removeAt(NOW);

    assertThat(folder.resolve("jobs/photos")).exists();
    assertThat(folder.resolve("jobs/notes.txt")).exists();
  }

  @Test
  void doesNotFollowLinks() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "stays");
    job("jlink", Duration.ofDays(8));
    Files.createSymbolicLink(folder.resolve("jobs/jlink/link"), folder);
    remove.removeAt(Instant.now().plus(Duration.ofDays(8)));

    assertThat(folder.resolve("jobs/jlink")).doesNotExist();
    assertThat(precious).exists();
  }

  @Test
  void thereIsNothingYet() {
    new RemoveOldFiles(folder.resolve("none"), WEEK).removeAt(NOW);

    assertThat(folder.resolve("none")).doesNotExist();
  }

  private void job(String id, Duration age) throws IOException {
    Files.createDirectories(folder.resolve("jobs").resolve(id));
    Files.writeString(folder.resolve("jobs").resolve(id).resolve("a.txt"), "a");
    Files.writeString(folder.resolve("jobs/.logs").resolve(id + ".log"), "log");
    written("jobs/" + id + "/a.txt", age);
    written("jobs/" + id, age);
    written("jobs/.logs/" + id + ".log", age);
  }

  private void written(String path, Duration ago) throws IOException {
    Files.setLastModifiedTime(folder.resolve(path), FileTime.from(NOW.minus(ago)));
  }
}
