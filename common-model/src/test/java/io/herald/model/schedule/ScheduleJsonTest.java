package io.herald.model.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The fields of timing and payload say which they are, and newer fields do not hide that. */
class ScheduleJsonTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final String NOTIFICATION =
      """
      {"id":"lunch","createdAt":"2026-01-05T12:00:00Z",
       "timing":{"cron":"0 12 * * *","zone":"Europe/Berlin","new":1},
       "payload":{"new":{},"notification":{"to":[{"user":"ann"}],"text":"Lunch"}}}
      """;

  @Test
  void readsWhatFieldsSay() {
    Schedule schedule = read(NOTIFICATION);
    assertThat(schedule.timing()).isEqualTo(new Cron("0 12 * * *", ZoneId.of("Europe/Berlin")));
    assertThat(schedule.payload())
        .isInstanceOfSatisfying(
            Notify.class,
            notify -> assertThat(notify.as("schedule:lunch:1").id()).isEqualTo("schedule:lunch:1"));
    assertThat(schedule.misfire()).isEqualTo(Misfire.DEFAULT);
  }

  @Test
  void writesANotificationWithoutId() {
    Schedule schedule = read(NOTIFICATION);
    byte[] json = Json.write(schedule);
    assertThat(Json.tree(json).at("/payload/notification").has("id")).isFalse();
    assertThat(Json.read(json, Schedule.class)).isEqualTo(schedule);
  }

  @Test
  void anIdOfTheNotificationCountsForNothing() {
    assertThat(read(NOTIFICATION.replace("\"to\"", "\"id\":\"mine\",\"to\"")))
        .isEqualTo(read(NOTIFICATION));
  }

  @Test
  void everyTimingAndPayloadComesBack() {
    for (Timing timing :
        new Timing[] {
          new At(NOON), new Every(Duration.ofMinutes(15), null), new Every(Duration.ofDays(1), NOON)
        }) {
      for (Payload payload :
          new Payload[] {
            new PublishPost(Post.text("@news", "Hello")),
            new RunScript("revenue-drop", ""),
            new RunScript("revenue-drop", "shop"),
            new Summarize("ann@example.com")
          }) {
        Schedule schedule = Schedule.of("a:1", Owner.user("ann"), "", timing, payload, NOON);
        assertThat(read(new String(Json.write(schedule), UTF_8))).isEqualTo(schedule);
      }
    }
  }

  @Test
  void durationsAreWords() {
    Schedule schedule =
        Schedule.of(
            "a",
            Owner.OPERATORS,
            "",
            new Every(Duration.ofMinutes(15), null),
            new Summarize("b"),
            NOON);
    assertThat(Json.tree(Json.write(schedule)).at("/timing/every").asString()).isEqualTo("PT15M");
  }

  @Test
  void aTimingOfNoKindIsMalformed() {
    assertThatThrownBy(() -> read(NOTIFICATION.replace("\"cron\"", "\"crown\"")))
        .isInstanceOf(MalformedRecord.class);
  }

  private static Schedule read(String json) {
    return Json.read(json.getBytes(UTF_8), Schedule.class);
  }
}
