package io.herald.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.ScheduleView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReadScheduleTest {

  private static final String NOTIFY =
      "'payload':{'notification':{'to':{'user':'ann'},'text':'Stand-up'}}";

  private final ReadSchedule read = new ReadSchedule(new ReadNotification());

  @Test
  void readsAllThatCanBeChosen() {
    ScheduleDraft draft =
        read.read(
            json(
                """
                {'id':'standup','title':'Stand-up','timing':{'cron':'55 8 * * MON-FRI','zone':'Europe/Berlin'},
                 %s,'jitter':'PT30S','misfire':{'policy':'skip','grace':'PT5M'},'paused':true,
                 'endsAt':'2027-01-01T00:00:00Z'}
                """
                    .formatted(NOTIFY)),
            "ann");

    assertThat(draft.title()).isEqualTo("Stand-up");
    assertThat(draft.timing()).isInstanceOf(Cron.class);
    assertThat(draft.jitter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(draft.misfire()).isEqualTo(new Misfire(Misfire.Policy.SKIP, Duration.ofMinutes(5)));
    assertThat(draft.paused()).isTrue();
    assertThat(draft.endsAt()).isEqualTo("2027-01-01T00:00:00Z");
    NotificationRequested request = ((Notify) draft.payload()).notification();
    assertThat(request.source()).isEqualTo("ann");
    assertThat(request.text()).isEqualTo("Stand-up");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'timing':{'cron':'0 25 * * *'}                         | /timing/cron
          'timing':{'cron':'0 9 * * * * *'}                      | /timing/cron
          'timing':{'cron':'0 9 * * *','zone':'Mars/Base'}       | /timing/zone
          'timing':{'cron':'0 9 * * *','every':'PT1H'}           | /timing
          'timing':{'every':'PT0S'}                              | /timing
          'timing':{'every':'1 hour'}                            | /timing/every
          'timing':{'at':'tomorrow'}                             | /timing/at
          'timing':{'cron':'0 9 * * *','when':'x'}               | /timing/when
          'timing':{}                                            | /timing
          'timing':7                                             | /timing
          'timing':{'every':'PT1H'},'jitter':'PT2H'              | /jitter
          'timing':{'every':'PT1H'},'misfire':{'policy':'never'} | /misfire/policy
          'timing':{'every':'PT1H'},'misfire':{'gracious':'no'}  | /misfire/gracious
          'timing':{'every':'PT1H'},'endAt':'x'                  | /endAt
          'timing':{'every':'PT1H'},'endsAt':'x'                 | /endsAt
          'timing':{'every':'PT1H'},'paused':'yes'               | /paused
          'timing':{'every':'PT1H'},'id':'Not An Id'             | /id
          """)
  void namesTheFieldThatIsWrong(String fields, String path) {
    assertThat(wrong("{%s,%s}".formatted(fields, NOTIFY)))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.path()).startsWith(path);
          assertThat(it.problem()).isNotBlank();
        });
  }

  @Test
  void saysWhichPartOfACronExpressionIsWrong() {
    assertThat(wrong("{'timing':{'cron':'0 25 * * *'},%s}".formatted(NOTIFY)))
        .singleElement()
        .satisfies(it -> assertThat(it.problem()).startsWith("hour"));
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    String sent =
        """
        {'timing':{'cron':'61 9 * * *','zone':'Mars'},'jitter':5,'colour':'red',
         'payload':{'notification':{'to':{'chat':'no id'},'priority':'loud','notBefore':'2026-01-01T00:00:00Z'}}}
        """;
    assertThat(wrong(sent))
        .extracting(Violation::path)
        .contains(
            "/colour",
            "/jitter",
            "/timing/cron",
            "/timing/zone",
            "/payload/notification/notBefore",
            "/payload/notification/to/chat",
            "/payload/notification/priority");
  }

  @Test
  void aPreviewNeedsNoPayload() {
    assertThat(read.readTiming(json("{'timing':{'every':'PT15M'}}")).timing()).isNotNull();
  }

  @Test
  void whatWasAnsweredCanBeSentBack() {
    ScheduleDraft draft =
        read.read(json("{'timing':{'every':'PT15M'},%s}".formatted(NOTIFY)), "ann");
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    var view = new ScheduleView(draft.asNew("tea", Owner.user("ann"), now), now, null);

    byte[] answer = Json.write(ShownSchedule.of(view));

    assertThat(read.read(Json.tree(answer), "ann").isSameAs(draft)).isTrue();
    assertThat(Json.tree(answer).get("next")).hasSize(3);
    assertThat(Json.tree(answer).get("state").asString()).isEqualTo("active");
    assertThat(Json.tree(answer).at("/owner/user").asString()).isEqualTo("ann");
  }

  private List<Violation> wrong(String sent) {
    InvalidRecord refused =
        catchThrowableOfType(InvalidRecord.class, () -> read.read(json(sent), "ann"));
    assertThat(refused).as(sent).isNotNull();
    return refused.violations();
  }

  private static JsonNode json(String text) {
    return Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
