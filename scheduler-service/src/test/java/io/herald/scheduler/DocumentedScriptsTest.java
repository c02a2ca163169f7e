package io.herald.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import io.herald.model.notification.NotificationRequested;
import org.junit.jupiter.api.Test;

/** The scripts that docs/scripts.md writes, letter by letter, and those of the local stack. */
class DocumentedScriptsTest extends RunningDocs {

  private static long users = ADA + 1_000_000;

  private final long user = ++users;

  @Test
  void theOneInShellWorks() {
    // What has no text has its title for one.
    assertThat(notified("disk").text()).matches("The disk is [0-9]+ % full");
  }

  @Test
  void theOneInPythonSendsItsPicture() {
    NotificationRequested told = notified("bar");

    assertThat(told.title()).endsWith("% of the disk are used");
    assertThat(told.photo()).isNotNull();
  }

  @Test
  void theLocalStacksRevenueDropIsTold() {
    assertThat(notified("revenue-drop").title())
        .isEqualTo("Revenue is 43 % below the usual Sunday");
  }

  @Test
  void theLocalStacksChartIsSent() {
    NotificationRequested told = notified("metric-report");

    assertThat(told.title()).isEqualTo("Orders until 2026-01-04");
    assertThat(told.photo()).isNotNull();
  }

  @Test
  void theLocalStacksMissingFileIsTold() {
    assertThat(notified("data-freshness").text()).contains("newsletter.csv is missing");
  }

  private NotificationRequested notified(String script) {
    JobEvent end = event(run(script, user), JobState.COMPLETED);
    assertThat(end.result().title()).isEqualTo("Notified");
    return told(user, 1).getFirst();
  }
}
