package io.herald.gateway.schedule;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What came of schedules, firing them by hand, and what operators see of them. */
class ScheduleRunsTest {

  private static final RunningGateway GATEWAY = RunningGateway.shared();
  private static KeptSchedules kept;

  private final Asking ann = Asking.person(GATEWAY, "ann");
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
  void tellsWhatCameOfItsTimes() {
    String path = ann.make(",\"id\":\"" + id + "\"");
    Instant due = Instant.now().minusSeconds(30);
    run(due, RunOutcome.FIRED, null);
    await().until(() -> !json(ann.get(path + "/history")).get("runs").isEmpty());

    JsonNode run = json(ann.get(path + "/history")).get("runs").get(0);
    assertThat(run.get("outcome").asString()).isEqualTo("FIRED");
    assertThat(run.get("lateMillis").asLong()).isEqualTo(250);
    assertThat(json(ann.get(path)).at("/last/fire").asString())
        .isEqualTo(ScheduleIds.fire(id, due));
  }

  @Test
  void firedByHandItIsAskedForOnceByItsKey() {
    String path = ann.make(",\"id\":\"" + id + "\"");

    HttpResponse<String> first = ann.post(path + "/trigger", "", "Idempotency-Key", "press 1");
    assertThat(first.statusCode()).as("a key has no space").isEqualTo(400);
    first = ann.post(path + "/trigger", "", "Idempotency-Key", "press-1");
    HttpResponse<String> again = ann.post(path + "/trigger", "", "Idempotency-Key", "press-1");
    HttpResponse<String> other = console.post("/api/admin/scheduler/jobs/" + id + "/trigger", "");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).get("fire").asString()).startsWith("schedule:" + id + ":manual:");
    assertThat(json(again)).isEqualTo(json(first));
    assertThat(first.headers().firstValue("Location")).contains(path + "/history");
    assertThat(other.headers().firstValue("Location"))
        .contains("/api/admin/scheduler/jobs/" + id + "/history");
    assertThat(json(other).get("fire")).isNotEqualTo(json(first).get("fire"));
    try (var published = GATEWAY.publishedOn(Topics.SCHEDULE_TRIGGERS)) {
      List<ScheduleTrigger> triggers = published.of(id, ScheduleTrigger.class);
      assertThat(triggers).extracting(ScheduleTrigger::fire).hasSize(3);
      assertThat(triggers.getFirst().fire()).isEqualTo(triggers.get(1).fire());
      assertThat(triggers.getFirst().by()).isEqualTo(ann.user());
      assertThat(triggers.getLast().by()).isEqualTo("console");
    }
  }

  @Test
  void anOperatorSeesHowMuchIsScheduled() {
    ann.make(",\"id\":\"" + id + "\"");
    run(Instant.now().minusSeconds(2), RunOutcome.FIRED, null);

    await()
        .untilAsserted(
            () -> assertThat(status().get("runsLastHour").asLong()).isGreaterThanOrEqualTo(1));
    assertThat(status().get("stored").asLong()).isGreaterThanOrEqualTo(1);
    assertThat(status().get("schedulers").asInt()).as("none runs here").isZero();
    assertThat(status().has("nextDue")).isTrue();
    assertThat(json(console.get("/api/admin/scheduler/jobs?limit=1")).get("schedules")).hasSize(1);
    for (String path : List.of("status", "jobs", "jobs/" + id + "/history")) {
      assertThat(ann.get("/api/admin/scheduler/" + path).statusCode()).isEqualTo(403);
    }
    assertThat(console.get("/api/admin/scheduler/jobs/none/history").statusCode()).isEqualTo(404);
  }

  private JsonNode status() {
    return json(console.get("/api/admin/scheduler/status"));
  }

  private void run(Instant due, RunOutcome outcome, String reason) {
    var run =
        new ScheduleRun(
            ScheduleRun.SCHEMA_VERSION,
            id,
            1,
            due,
            due.plusMillis(250),
            ScheduleIds.fire(id, due),
            outcome,
            reason,
            0,
            due.plus(Duration.ofDays(1)),
            null);
    GATEWAY
        .part(PublishRecord.class)
        .publish(
            new ProducerRecord<>(
                Topics.SCHEDULE_RUNS, id.getBytes(StandardCharsets.UTF_8), Json.write(run)))
        .block();
  }
}
