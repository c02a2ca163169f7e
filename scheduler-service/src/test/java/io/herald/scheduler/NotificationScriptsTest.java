package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.runtime.blob.Blobs;
import io.herald.runtime.job.JobKind;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notification scripts, from who wants them to who is told. */
class NotificationScriptsTest extends RunningScripts {

  private static long users = ADA;

  private final long user = ++users;
  @Autowired private JobTypes types;
  @Autowired private Blobs blobs;

  @Test
  void theOwnerIsToldWhatAScriptSays() {
    String id = run("alarm", user);

    JobEvent end = event(id, JobState.COMPLETED);

    assertThat(end.result().title()).isEqualTo("Notified");
    NotificationRequested told = told(user, 1).getFirst();
    assertThat(told.id()).isEqualTo("script:" + id);
    assertThat(told.source()).isEqualTo("scheduler");
    assertThat(told.kind()).isEqualTo("script.alarm");
    assertThat(told.title()).isEqualTo("Revenue");
    assertThat(told.text()).isEqualTo("It *dropped*");
    assertThat(told.thread()).isEqualTo(7);
    assertThat(told.data()).containsEntry("today", 3);
    assertThat(folderOf(id).resolveSibling(".logs").resolve(id + ".log")).hasContent("looking");
  }

  @Test
  void nobodyIsToldWhenAllIsWell() {
    assertThat(event(run("quiet", user), JobState.COMPLETED).result().title())
        .isEqualTo("Nothing to tell");
    event(run("alarm", user), JobState.COMPLETED);
    assertThat(told(user, 1)).hasSize(1);
  }

  @Test
  void theCooldownIsOfAScriptAndAPerson() {
    event(run("alarm", user), JobState.COMPLETED);
    long another = ++users;

    assertThat(event(run("alarm", user), JobState.COMPLETED).result().title())
        .isEqualTo("Held back for another 60 min");
    assertThat(event(run("alarm", another), JobState.COMPLETED).result().title())
        .isEqualTo("Notified");
    assertThat(event(run("templated", user), JobState.COMPLETED).result().title())
        .isEqualTo("Notified");
    assertThat(told(user, 2))
        .extracting(NotificationRequested::kind)
        .containsExactly("script.alarm", "script.templated");
  }

  @Test
  void itsYamlFileNamesATemplate() {
    event(run("templated", user), JobState.COMPLETED);

    NotificationRequested told = told(user, 1).getFirst();
    assertThat(told.template()).isEqualTo("sales.drop");
    assertThat(told.text()).isNull();
    assertThat(told.data()).containsEntry("rows", 2).containsEntry("title", "T");
  }

  @Test
  void aPictureGoesAlong() throws Exception {
    String id = run("chart", user);
    event(id, JobState.COMPLETED);

    NotificationRequested told = told(user, 1).getFirst();
    assertThat(told.title()).isEqualTo("One pixel");
    var picture = blobs.fetch(told.photo().blob()).block(SOON);
    assertThat(picture.type()).isEqualTo("image/png");
    assertThat(picture.bytes()).isEqualTo(Files.readAllBytes(folderOf(id).resolve("chart.png")));
  }

  @Test
  void aScheduleWhoseScriptFailsTellsItOncePerCooldown() {
    String first = runBySchedule("failing", user);
    event(first, JobState.FAILED);
    event(runBySchedule("failing", user), JobState.FAILED);
    event(runBySchedule("alarm", user), JobState.COMPLETED);

    List<NotificationRequested> told = told(user, 2);
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().id()).isEqualTo("script:" + first + ":failed");
    assertThat(told.getFirst().title()).isEqualTo("failing failed");
    assertThat(told.getFirst().text())
        .isEqualTo(
            "Its program ended with status 3.\n\nno connection to the database\n\nJob " + first);
    assertThat(told.getLast().kind()).isEqualTo("script.alarm");
  }

  @Test
  void whatBelongsToNobodyIsToldToTheAdmins() {
    String failing = runForNobody("failing");
    event(failing, JobState.FAILED);
    String again = runForNobody("failing");
    event(again, JobState.FAILED);
    String alarm = runForNobody("alarm");
    assertThat(event(alarm, JobState.COMPLETED).result().title()).isEqualTo("Notified");

    List<NotificationRequested> told = toldOf(2, failing, again, alarm);
    assertThat(told)
        .extracting(NotificationRequested::id)
        .as("each once in its cooldown")
        .containsExactly("script:" + failing + ":failed", "script:" + alarm);
    assertThat(told)
        .allSatisfy(it ->
            assertThat(it.to())
                .extracting(Recipient::chat)
                .containsExactly("" + InstalledScripts.ADMIN, "902"));
  }

  private String runForNobody(String script) {
    String id = newId();
    publish(JobCommand.submit(id, script, "", null, Instant.now()).by("every-minute"));
    return id;
  }

  @Test
  void whoRunsAScriptSeesItFailInTheChatAlready() {
    event(run("failing", user), JobState.FAILED);
    event(run("alarm", user), JobState.COMPLETED);

    assertThat(told(user, 1)).extracting(it -> it.kind()).containsExactly("script.alarm");
  }

  @Test
  void knowsNothingOfTheService() throws Exception {
    String id = run("surroundings", user);
    event(id, JobState.COMPLETED);

    assertThat(Files.readAllLines(folderOf(id).resolve("env.txt")))
        .contains("HOME=" + folderOf(id), "HERALD_JOB=" + id)
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .isSubsetOf(
            List.of(
                "PATH",
                "LANG",
                "LC_ALL",
                "LC_CTYPE",
                "TZ",
                "HOME",
                "TMPDIR",
                "PWD",
                "OLDPWD",
                "SHLVL",
                "_",
                "HERALD_JOB",
                "HERALD_JOB_FOLDER"));
    assertThat(Files.readString(folderOf(id).resolve("whoami.txt")).strip())
        .isEqualTo(Files.getAttribute(folderOf(id), "unix:uid").toString());
    if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      assertThat(Files.getAttribute(folderOf(id), "unix:uid")).isNotEqualTo(0);
    }
  }

  @Test
  void everybodyKnowsWhichScriptsThereAre() {
    await()
        .untilAsserted(() ->
            assertThat(types.all().block(SOON))
                .contains(
                    new JobType(
                        "alarm", "Always alarms, once an hour", null, false, JobKind.NOTIFY),
                    new JobType(
                        "templated", "Is rendered by a template", null, false, JobKind.NOTIFY))
                .extracting(JobType::name)
                .doesNotContain("pictures"));
  }
}
