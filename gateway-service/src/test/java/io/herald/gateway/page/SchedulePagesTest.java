package io.herald.gateway.page;

import static io.herald.gateway.page.VisitedSchedules.ANN;
import static io.herald.gateway.page.VisitedSchedules.form;
import static io.herald.gateway.page.VisitedSchedules.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.login.Visitor;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.schedule.Summarize;
import io.herald.model.topic.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages and forms about schedules, of a running gateway. */
class SchedulePagesTest {

  private static final String EVE = "{\"user\":\"eve@example.com\"}";
  private static final Pattern WAS = Pattern.compile("hx-get=\"(/schedules/[^\"]+)\"");
  private static VisitedSchedules pages;
  private static Visitor ann;

  @BeforeAll
  static void start() {
    pages = VisitedSchedules.start();
    ann = pages.ann();
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  @Test
  void aScheduleIsMadeLookedAtPausedFiredAndDeleted() {
    String address = pages.make(form("title", "Stand-up"));
    HttpResponse<String> page = ann.get(address);
    assertThat(page.body())
        .contains(
            "Stand-up", "on weekdays at 09:00", "a message to you", "Tea &lt;b&gt;time&lt;/b&gt;")
        .contains("data-state=\"ACTIVE\"", "It has not been due yet");
    assertThat(page.body().split("<li><time", -1)).as("the next three times").hasSize(4);
    assertThat(ann.get("/schedules").body()).contains(address, "Stand-up", "Active");

    String id = address.substring(address.indexOf('=') + 1);
    HttpResponse<String> paused = ann.submit("/schedules/pause", Map.of("id", id, "paused", "yes"));
    assertThat(paused.statusCode()).isEqualTo(200);
    assertThat(paused.body())
        .contains("data-state=\"PAUSED\"", "Not while it is paused", "hx-swap-oob", ">Resume<");
    assertThat(ann.submit("/schedules/pause", Map.of("id", id, "paused", "no")).body())
        .contains("data-state=\"ACTIVE\"", ">Pause<");

    Map<String, String> press = Map.of("id", id, "request", UUID.randomUUID().toString());
    assertThat(ann.submit("/schedules/trigger", press).body()).contains("On its way.");
    assertThat(ann.submit("/schedules/trigger", press).statusCode()).isEqualTo(200);
    try (var published = pages.gateway().publishedOn(Topics.SCHEDULE_TRIGGERS)) {
      assertThat(published.of(id, ScheduleTrigger.class))
          .extracting(ScheduleTrigger::fire)
          .as("pressed twice, the same fire")
          .hasSize(2)
          .containsOnly("schedule:" + id + ":manual:" + press.get("request"));
    }

    HttpResponse<String> deleted =
        ann.submitPlainly(
            "/schedules/delete", Map.of("id", id), Visitor.token(ann.get(address).body()));
    assertThat(Visitor.location(deleted)).isEqualTo("/schedules");
    assertThat(ann.get(address).statusCode()).isEqualTo(404);
    assertThat(ann.get(address).body()).contains("There is no such schedule among yours");
  }

  @Test
  void whatIsMadeIsAMessageToOneself() {
    String address = pages.make(form("title", "Mine"));
    Schedule made = pages.find(address.substring(address.indexOf('=') + 1));

    assertThat(made.payload()).isInstanceOf(Notify.class);
    NotificationRequested request = ((Notify) made.payload()).notification();
    assertThat(request.to())
        .singleElement()
        .satisfies(to -> assertThat(to.word()).isEqualTo("user:" + made.owner().user()));
    assertThat(request.title()).isEqualTo("Mine");
    assertThat(request.text()).isEqualTo("Tea <b>time</b>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron | 61 9 * * *       | minute
          zone | Mars             | It must be a zone
          text | ''               | id="text-problem"
          how  | once             | It must be a time
          cron | * * * * * *      | once a minute
          cron | 0 0 30 2 *       | no such day
          """)
  void whatIsWrongStandsNextToItsField(String field, String value, String problem) {
    HttpResponse<String> part = ann.submit("/schedules", form(field, value));

    assertThat(part.statusCode()).isEqualTo(422);
    assertThat(part.body()).contains(problem, "aria-invalid=\"true\"").doesNotContain("<html");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron | 0 9 * * *  | It would be due
          cron | 0 25 * * * | hour
          cron | ''         | preview-problem
          zone | Mars       | preview-problem
          how  | every      | in
          how  | once       | preview-problem
          """)
  void aPreviewTellsAsOneTypes(String field, String value, String said) {
    HttpResponse<String> part = ann.submit("/schedules/preview", form(field, value));

    assertThat(part.statusCode()).isEqualTo(200);
    assertThat(part.body()).contains(said).doesNotContain("<html");
  }

  @Test
  void whatIsShownIsAskedForAgainAndComesOnlyWhenItHasChanged() {
    String address = pages.make(form("title", "Live"));
    String id = address.substring(address.indexOf('=') + 1);
    String ask = poll(ann.get(address).body());
    assertThat(ann.part(ask).statusCode()).isEqualTo(204);

    ann.submit("/schedules/pause", Map.of("id", id, "paused", "yes"));

    assertThat(ann.part(ask).body()).contains("data-state=\"PAUSED\"", "id=\"runs\"");
    String list = poll(ann.get("/schedules").body());
    assertThat(ann.part(list).statusCode()).isEqualTo(204);
    ann.submit("/schedules/pause", Map.of("id", id, "paused", "no"));
    assertThat(ann.part(list).body()).contains("id=\"schedules\"").doesNotContain("<html");
  }

  @Test
  void somebodyElsesIsNotThere() {
    String id = "t-" + UUID.randomUUID();
    pages.save(
        Schedule.of(
            id,
            Owner.user("eve@example.com"),
            "Secret",
            new Every(Duration.ofHours(1), null),
            new Summarize("eve@example.com"),
            Instant.now()));

    assertThat(ann.get("/schedules").body()).doesNotContain("Secret");
    assertThat(ann.get("/schedules/one?id=" + id).statusCode()).isEqualTo(404);
    assertThat(ann.submit("/schedules/pause", Map.of("id", id)).statusCode()).isEqualTo(404);
    assertThat(ann.submit("/schedules/move?id=" + id, form("title", "x")).statusCode())
        .isEqualTo(404);
    assertThat(ann.get("/schedules?whose=*").body())
        .doesNotContain("Secret", "data-testid=\"whose\"");
    assertThat(ann.get("/schedules?whose=eve@example.com").body()).doesNotContain("Secret");
    ann.submit("/schedules/delete", Map.of("id", id));
    assertThat(pages.find(id).paused()).isFalse();
  }

  @Test
  void anAdminSeesEverybodysAndMayChangeThem() {
    String id = "t-" + UUID.randomUUID();
    pages.save(
        id, Owner.user("eve@example.com"), new Every(Duration.ofHours(1), null), message(EVE));
    Visitor ops = pages.admin();

    assertThat(ops.get("/schedules").body()).contains("data-testid=\"whose\"").doesNotContain(id);
    assertThat(ops.get("/schedules?whose=*").body()).contains(id, "of eve@example.com");
    assertThat(ops.get("/schedules?whose=eve@example.com").body()).contains(id);
    assertThat(ops.get("/schedules?whose=nobody@example.com").body())
        .contains("Nothing of theirs")
        .doesNotContain(id);
    assertThat(ops.get("/schedules/one?id=" + id).body()).contains("eve@example.com", ">Pause<");
    ops.submit("/schedules/pause", Map.of("id", id, "paused", "yes"));
    assertThat(pages.find(id).paused()).isTrue();
    ops.submit("/schedules/delete", Map.of("id", id));
    assertThat(pages.find(id)).isNull();
  }

  @Test
  void isMovedToAnotherTimeAndKeepsAllElse() {
    String id = "t-" + UUID.randomUUID();
    // As the bot makes a reminder: what it sends where is not for its owner to write.
    Instant from = Instant.parse("2026-01-05T09:10:00Z");
    pages.save(
        id, Owner.user(ANN), new Every(Duration.ofMinutes(90), from), message("{\"chat\":\"7\"}"));
    String page = ann.get("/schedules/one?id=" + id).body();
    assertThat(page)
        .contains("name=\"count\"", "value=\"90\"", "name=\"from\" value=\"" + from + '"');

    Map<String, String> form = form("how", "every");
    form.putAll(Map.of("title", "Tea", "count", "2", "unit", "H", "from", from.toString()));
    HttpResponse<String> moved = ann.submit("/schedules/move?id=" + id, form);

    assertThat(moved.headers().firstValue("HX-Redirect")).hasValue("/schedules/one?id=" + id);
    assertThat(pages.find(id))
        .returns("Tea", Schedule::title)
        .returns(new Every(Duration.ofHours(2), from), Schedule::timing)
        .returns(message("{\"chat\":\"7\"}"), Schedule::payload);
  }

  @Test
  void isNotMovedToATimeThatIsNone() {
    String address = pages.make(form("title", "Stay"));

    HttpResponse<String> part =
        ann.submit(address.replace("/one", "/move"), form("cron", "61 9 * * *"));

    assertThat(part.statusCode()).isEqualTo(422);
    assertThat(part.body())
        .contains("minute: 61 is not 0-59", address.replace("/one", "/move"))
        .doesNotContain("<html");
  }

  @Test
  void whatHappensOnceStaysSo() {
    String id = "remind:" + UUID.randomUUID();
    Instant at = Instant.parse("2031-01-05T09:00:30Z");
    pages.save(id, Owner.user(ANN), new At(at), message("{\"chat\":\"7\"}"));
    assertThat(ann.get("/schedules/one?id=" + id).body())
        .contains("value=\"2031-01-05T09:00:30\"")
        .doesNotContain("value=\"every\"");

    HttpResponse<String> part = ann.submit("/schedules/move?id=" + id, form("how", "cron"));

    assertThat(part.statusCode()).isEqualTo(422);
    assertThat(pages.find(id).timing()).isEqualTo(new At(at));
  }

  private static String poll(String page) {
    Matcher found = WAS.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1).replace("&amp;", "&");
  }
}
