package io.herald.gateway.page;

import io.herald.gateway.login.PagePerson;
import io.herald.gateway.schedule.ShownSchedule;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.Summarize;
import io.herald.model.schedule.Timing;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.ScheduleView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every face that the pages about schedules have. */
final class ScheduleFaces {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-23T07:55:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Times TIMES = new Times(ZoneId.of("Europe/Berlin"));
  private static final String ANN = "ann@example.com";
  private static final Timing WEEKDAYS = new Cron("55 8 * * MON-FRI", ZoneId.of("Europe/Berlin"));

  private ScheduleFaces() {}

  static Map<String, String> pages(PagePerson person) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("schedules", list(person, rows(), ScheduleForm.empty(TIMES.zone())));
    pages.put("schedules-empty", list(person, List.of(), wrongForm()));
    var admin = new PagePerson(person.user(), person.displayName(), true, "");
    pages.put("schedules-admin", list(admin, List.of(othersRow()), ScheduleForm.empty(UTC)));
    pages.put("schedule", one(person, view(WEEKDAYS, DUE, false), runs()));
    pages.put("schedule-paused", one(person, view(WEEKDAYS, null, true), List.of()));
    pages.put("schedule-ended", one(person, view(new At(NOW), null, false), runs()));
    pages.put("schedule-summary", one(person, summary(), List.of()));
    return pages;
  }

  static ScheduleForm wrongForm() {
    var when = new WhenForm("cron", "61 9 * * *", "15", "M", "", "", "Mars");
    return new ScheduleForm("", "", when, Map.of())
        .with(
            List.of(
                new Violation("/timing/cron", "minute: 61 is not 0-59"),
                new Violation("/timing/zone", "must be a zone's name such as Europe/Berlin"),
                new Violation("/payload/notification/text", "must not be blank"),
                new Violation("", "has something else")));
  }

  private static String list(PagePerson person, List<ScheduleRow> rows, ScheduleForm form) {
    Map<String, Object> model = new HashMap<>();
    model.put("person", person);
    model.put("rows", rows);
    model.put("version", "v1");
    model.put("after", null);
    model.put("more", rows.isEmpty() ? null : "standup");
    model.put("whose", person.isAdmin() ? "*" : "");
    model.put("form", form);
    model.put("zones", List.of("UTC", "Europe/Berlin"));
    return Rendered.of("schedules", model);
  }

  private static String one(PagePerson person, ScheduleView view, List<ScheduleRun> runs) {
    var details = ScheduleDetails.of(ShownSchedule.of(view), runs, ANN, TIMES, NOW);
    Map<String, Object> model = new HashMap<>();
    model.put("person", person);
    model.put("schedule", details);
    model.put("row", details.row());
    model.put("id", details.row().id());
    model.put("form", details.form());
    model.put("zones", List.of("UTC", "Europe/Berlin"));
    model.put("part", false);
    model.put("triggered", true);
    model.put("request", "r1");
    return Rendered.of("schedule", model);
  }

  private static List<ScheduleRow> rows() {
    ScheduleRun failed = run(RunOutcome.FAILED, "the script ended with 3", 0, null);
    return List.of(
        row(view(WEEKDAYS, DUE, false)),
        row(view(new Every(Duration.ofMinutes(90), null), NOW.plusSeconds(600), false)),
        row(view(WEEKDAYS, null, true)),
        row(view(new At(NOW), null, false)),
        row(
            new ScheduleView(
                schedule(
                    "",
                    new Cron("0 3 1 * *", ZoneId.of("UTC")),
                    new RunScript("revenue-drop", "shop"),
                    false),
                DUE,
                failed)),
        row(summary()));
  }

  private static ScheduleView summary() {
    return new ScheduleView(schedule("", WEEKDAYS, new Summarize(ANN), false), DUE, null);
  }

  private static ScheduleRow othersRow() {
    return ScheduleRow.of(
        ShownSchedule.of(view(WEEKDAYS, DUE, false)), "ops@example.com", TIMES, NOW);
  }

  private static ScheduleRow row(ScheduleView view) {
    return ScheduleRow.of(ShownSchedule.of(view), ANN, TIMES, NOW);
  }

  private static ScheduleView view(Timing timing, @Nullable Instant next, boolean paused) {
    String title = "Stand-up, and this title goes on for quite a while";
    return new ScheduleView(schedule(title, timing, message(), paused), next, null);
  }

  private static Schedule schedule(String title, Timing timing, Payload payload, boolean paused) {
    return Schedule.of("standup", Owner.user(ANN), title, timing, payload, NOW.minusSeconds(9999))
        .withPaused(paused);
  }

  private static Notify message() {
    String json =
        "{\"id\":\"x\",\"to\":{\"user\":\"%s\"},\"text\":\"Stand-up in five minutes.\\nBring tea.\"}"
            .formatted(ANN);
    return new Notify(
        Json.read(json.getBytes(StandardCharsets.UTF_8), NotificationRequested.class));
  }

  private static List<ScheduleRun> runs() {
    return List.of(
        run(RunOutcome.FIRED, null, 0, null),
        run(RunOutcome.FIRED, null, 3, null),
        run(RunOutcome.SKIPPED, "it was more than an hour late", 0, null),
        run(RunOutcome.FAILED, "the script ended with 3", 0, 61_200L),
        run(RunOutcome.COMPLETED, null, 0, 1_250L));
  }

  private static ScheduleRun run(
      RunOutcome outcome, @Nullable String reason, long missed, @Nullable Long millis) {
    Instant due = DUE.minus(Duration.ofDays(3));
    return new ScheduleRun(
        ScheduleRun.SCHEMA_VERSION,
        "standup",
        1,
        due,
        due.plusMillis(143),
        outcome == RunOutcome.COMPLETED
            ? ScheduleIds.manual("standup", "r0")
            : ScheduleIds.fire("standup", due),
        outcome,
        reason,
        missed,
        DUE,
        millis);
  }
}
