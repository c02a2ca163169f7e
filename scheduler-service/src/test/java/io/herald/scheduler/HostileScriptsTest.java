package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Scripts that mean harm: each is a clear failed run, nothing of it is left, and the service is
 * well. They are bounded even where Herald does not bound them.
 */
class HostileScriptsTest extends RunningScripts {

  private static final Duration LITTLE = Duration.ofSeconds(12);

  @AfterEach
  void theServiceIsWell() throws Exception {
    assertThat(event(run("quiet", ADA), JobState.COMPLETED).result().title())
        .isEqualTo("Nothing to tell");
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void aForkBombEndsWithItsTime() throws Exception {
    String id = run("bomb", ADA);

    JobEvent end = event(id, JobState.FAILED);

    assertThat(end.failure().reason()).isEqualTo("timeout");
    assertThat(Duration.between(end.startedAt(), end.at())).isLessThan(LITTLE);
    assertNothingIsLeft(id);
  }

  @Test
  void aGigabyteIsNotRead() throws Exception {
    String id = run("flood", ADA);

    assertThat(failure(id).error()).isEqualTo("It printed more than 1 MiB and was ended.");
    assertNothingIsLeft(id);
  }

  @Test
  void whatNeverEndsIsEnded() throws Exception {
    String id = run("endless", ADA);

    assertThat(failure(id).error()).isEqualTo("It took longer than 1 s and was ended.");
    assertNothingIsLeft(id);
  }

  @Test
  void garbageIsNoAnswer() {
    assertThat(failure(run("garbage", ADA)).error())
        .isEqualTo("Its result can't be used: what it printed does not end with a JSON object.");
  }

  @Test
  void aLinkedPictureIsNotSent() {
    assertThat(failure(run("linked", ADA)).error())
        .contains("its image lies outside of the folders that are allowed");
  }

  @Test
  void aFileThatIsNoPictureIsNotSent() {
    assertThat(failure(run("disguised", ADA)).error())
        .contains("its image is no PNG, JPEG, GIF or WebP");
  }

  @Test
  void memoryIsBounded() {
    assertThat(failure(run("hungry", ADA)).output()).contains("MemoryError");
  }

  private JobFailure failure(String id) {
    return event(id, JobState.FAILED).failure();
  }

  /** By its user where it had one of its own, else by its environment. */
  private static void assertNothingIsLeft(String id) throws Exception {
    assertThat(processesOf(id)).isEmpty();
    String user = Files.getAttribute(folderOf(id), "unix:uid").toString();
    String own = Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    if (!user.equals(own)) {
      try (var all = Files.list(Path.of("/proc"))) {
        assertThat(all.filter(it -> isOf(it, user))).isEmpty();
      }
    }
  }

  // What has ended counts no more, though its parent has not noticed yet.
  private static boolean isOf(Path process, String user) {
    try {
      String status =
          process.getFileName().toString().matches("\\d+")
              ? Files.readString(process.resolve("status"))
              : "";
      return status.contains("Uid:\t" + user + '\t') && !status.contains("State:\tZ");
    } catch (IOException e) {
      return false;
    }
  }
}
