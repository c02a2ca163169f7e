package io.herald.gateway.schedule;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.runtime.job.JobKind;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import io.herald.runtime.schedule.Schedules;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** Making schedules by {@code /api/schedules}: what is wrong, and what one may not have. */
class ScheduleApiTest {

  private static final String PATH = "/api/schedules";
  private static final RunningGateway GATEWAY = RunningGateway.shared();
  private static KeptSchedules kept;

  private final Asking ann = Asking.person(GATEWAY, "ann");
  private final Asking eve = Asking.person(GATEWAY, "eve");
  private final Asking console = Asking.program(GATEWAY, RunningGateway.ADMIN_KEY);
  private final String id = "t-" + UUID.randomUUID();

  @BeforeAll
  static void keep() {
    kept = KeptSchedules.of(GATEWAY);
  }

  @AfterAll
  static void stop() {
    kept.close();
  }

  @Test
  void aPersonMakesOneAndIsToldTheNextThreeTimes() {
    HttpResponse<String> made = ann.post(PATH, ann.daily(",\"title\":\"Morning\""));

    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode schedule = json(made);
    assertThat(made.headers().firstValue("Location"))
        .contains(PATH + '/' + schedule.get("id").asString());
    assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(schedule.at("/owner/user").asString()).isEqualTo(ann.user());
    assertThat(schedule.at("/payload/notification/source").asString()).isEqualTo(ann.user());
    assertThat(schedule.get("state").asString()).isEqualTo("active");
    assertThat(schedule.get("next")).hasSize(3);
    assertThat(Instant.parse(schedule.get("next").get(0).asString()))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(25)));
    assertThat(json(ann.get(made.headers().firstValue("Location").orElseThrow())))
        .isEqualTo(schedule);
  }

  @Test
  void theSameAgainMakesNoOther() {
    String wanted = ann.daily(",\"id\":\"" + id + "\"");
    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> ann.post(PATH, wanted)))
            .toList()
            .stream()
            .map(answer -> answer.join().statusCode())
            .toList();

    assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
    assertThat(json(ann.get(PATH)).get("schedules")).hasSize(1);
    HttpResponse<String> other = ann.post(PATH, wanted.replace("morning", "evening"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).at("/errors/0/path").asString()).isEqualTo("/id");
    assertThat(eve.post(PATH, eve.daily(",\"id\":\"" + id + "\"")).statusCode()).isEqualTo(409);
  }

  @Test
  void anIdempotencyKeyStandsForTheId() {
    HttpResponse<String> first = ann.post(PATH, ann.daily(""), "Idempotency-Key", "one/two");
    HttpResponse<String> again = ann.post(PATH, ann.daily(""), "Idempotency-Key", "one/two");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again)).isEqualTo(json(first));
    HttpResponse<String> other =
        ann.post(PATH, ann.daily(",\"title\":\"x\""), "Idempotency-Key", "one/two");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("Idempotency-Key");
    assertThat(eve.post(PATH, eve.daily(""), "Idempotency-Key", "one/two").statusCode())
        .isEqualTo(201);
  }

  @Test
  void peopleSeeAndChangeTheirOwnAlone() {
    String path = ann.make("");

    for (HttpResponse<String> refused :
        List.of(
            eve.get(path),
            eve.delete(path),
            eve.post(path + "/pause", ""),
            eve.post(path + "/trigger", ""),
            eve.get(path + "/history"),
            eve.put(path, eve.daily(""), "If-Match", "*"))) {
      assertThat(refused.statusCode()).isEqualTo(404);
    }
    assertThat(eve.get(PATH).body()).isEqualTo("{\"schedules\":[]}");
    assertThat(eve.get(PATH + "?user=" + ann.user()).body()).isEqualTo("{\"schedules\":[]}");
    assertThat(console.get(path).statusCode()).isEqualTo(200);
    assertThat(json(console.get(PATH + "?user=" + ann.user())).get("schedules")).hasSize(1);
    assertThat(Asking.program(GATEWAY, "none").get(PATH).statusCode()).isEqualTo(401);
    assertThat(Asking.program(GATEWAY, RunningGateway.SENDER_KEY).get(PATH).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'notification':{'to':{'chat':'1'},'text':'x'}}                       | /payload/notification/to
          {'notification':{'to':{'user':'USER'},'source':'shop','text':'x'}}    | /payload/notification/source
          {'post':{'target':'@news','text':'x'}}                                | /payload/post
          {'script':'revenue'}                                                  | /payload/script
          {'summary':'somebody'}                                                | /payload/summary
          """)
  void aPersonMayNotHaveDoneWhatTheyMayNotDo(String payload, String path) {
    String wanted =
        "{'timing':{'every':'PT1H'},'payload':%s}"
            .formatted(payload.replace("USER", ann.user()))
            .replace('\'', '"');

    HttpResponse<String> refused = ann.post(PATH, wanted);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).at("/errors/0/path").asString()).isEqualTo(path);
    assertThat(console.post(PATH, wanted).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'at':'2020-01-01T00:00:00Z'}     |                                      | /timing/at
          {'cron':'0 0 30 2 *'}             |                                      | /timing/cron
          {'every':'PT30S'}                 |                                      | /timing/every
          {'cron':'*/10 * * * * *'}         |                                      | /timing/cron
          {'every':'PT1H'}                  | ,'endsAt':'2020-01-01T00:00:00Z'     | /endsAt
          {'cron':'0 25 * * *'}             |                                      | /timing/cron
          """)
  void aTimingThatMakesNoSenseIsNamed(String timing, String more, String path) {
    String wanted =
        ann.daily(more == null ? "" : more.replace('\'', '"'))
            .replaceFirst("\\{\"cron.*?}", timing.replace('\'', '"'));

    HttpResponse<String> refused = ann.post(PATH, wanted);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/path").asString()).isEqualTo(path);
  }

  @Test
  void aScriptThatIsNotThereIsToldAtOnce() {
    var redis = GATEWAY.part(ReactiveStringRedisTemplate.class).opsForValue();
    String body = "{\"timing\":{\"every\":\"PT1H\"},\"payload\":{\"script\":\"%s\"}}";
    assertThat(console.post(PATH, body.formatted("any")).statusCode())
        .as("not told yet")
        .isEqualTo(201);
    redis.set("jobs:types", types("revenue", "disk")).block();
    try {
      HttpResponse<String> wrong = console.post(PATH, body.formatted("revenew"));
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("/payload/script", "is none that is there: disk, revenue");
      assertThat(console.post(PATH, body.formatted("revenue")).statusCode()).isEqualTo(201);
    } finally {
      redis.delete("jobs:types").block();
    }
  }

  private static String types(String... names) {
    return new String(
        Json.write(
            Stream.of(names)
                .map(name -> new JobType(name, "", null, false, JobKind.NOTIFY))
                .toList()),
        StandardCharsets.UTF_8);
  }

  @Test
  void idsWithAColonAreHeraldsOwn() {
    HttpResponse<String> refused = ann.post(PATH, ann.daily(",\"id\":\"summary:ann\""));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/path").asString()).isEqualTo("/id");
  }

  @Test
  void aPreviewTellsTimesOnTheClocksThere() {
    JsonNode preview =
        json(
            ann.post(
                PATH + "/preview",
                "{\"timing\":{\"cron\":\"30 9 * * *\",\"zone\":\"Asia/Kolkata\"}}"));

    assertThat(preview.get("next")).hasSize(3);
    assertThat(preview.get("zone").asString()).isEqualTo("Asia/Kolkata");
    assertThat(preview.get("local").get(0).asString()).endsWith("T09:30:00+05:30");
    HttpResponse<String> wrong =
        ann.post(PATH + "/preview", "{\"timing\":{\"cron\":\"61 9 * * *\"}}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong).at("/errors/0/path").asString()).isEqualTo("/timing/cron");
    assertThat(json(wrong).at("/errors/0/problem").asString()).startsWith("minute");
  }

  @Test
  void aPersonHasEnoughAtSomeTime() {
    var desk =
        new ScheduleDesk(
            GATEWAY.part(Schedules.class),
            new KnownScripts(GATEWAY.part(JobTypes.class)),
            InstantSource.system(),
            2);
    Actor actor = Actor.person(ann.user(), false);
    var read = GATEWAY.part(ReadSchedule.class);
    ScheduleDraft draft =
        read.read(Json.tree(ann.daily("").getBytes(StandardCharsets.UTF_8)), ann.user());

    assertThat(desk.create(actor, id + "-1", draft).block()).isInstanceOf(Saved.Created.class);
    assertThat(desk.create(actor, id + "-2", draft).block()).isInstanceOf(Saved.Created.class);
    assertThat(desk.create(actor, id + "-3", draft).block()).isEqualTo(new Saved.TooMany(2));
    assertThat(desk.create(actor, id + "-2", draft).block()).isInstanceOf(Saved.AsWanted.class);
  }
}
