package io.herald.gateway.schedule;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.runtime.schedule.SchedulesUnknown;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changing, deleting and listing schedules by {@code /api/schedules}. */
class ChangeScheduleTest {

  private static final String PATH = "/api/schedules";
  private static final RunningGateway GATEWAY = RunningGateway.shared();
  private static KeptSchedules kept;

  private final Asking ann = Asking.person(GATEWAY, "ann");
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
  void whatWasSeenIsReplaced() {
    String path = ann.make("");
    ObjectNode seen = (ObjectNode) json(ann.get(path));
    seen.put("title", "Noon");
    String changed = new String(Json.write(seen), StandardCharsets.UTF_8);

    assertThat(ann.put(path, ann.daily("")).statusCode()).isEqualTo(428);
    HttpResponse<String> replaced = ann.put(path, changed);
    assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
    assertThat(json(replaced).get("revision").asInt()).isEqualTo(2);
    assertThat(json(replaced).get("title").asString()).isEqualTo("Noon");

    HttpResponse<String> late = ann.put(path, changed);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(ann.put(path, ann.daily(""), "If-Match", "\"1\"").statusCode()).isEqualTo(412);
    assertThat(ann.put(path, ann.daily(""), "If-Match", "\"2\"").statusCode()).isEqualTo(200);
    HttpResponse<String> same = ann.put(path, ann.daily(""), "If-Match", "*");
    assertThat(json(same).get("revision").asInt()).as("nothing has changed").isEqualTo(3);
    assertThat(ann.put(path, ann.daily(""), "If-Match", "new").statusCode()).isEqualTo(400);
    assertThat(ann.put(PATH + '/' + id, ann.daily(""), "If-Match", "*").statusCode())
        .isEqualTo(404);
    assertThat(ann.put(path, ann.daily(",\"id\":\"other\""), "If-Match", "*").statusCode())
        .isEqualTo(400);
  }

  @Test
  void pausedNothingIsNextUntilItIsResumed() {
    String path = ann.make("");

    JsonNode paused = json(ann.post(path + "/pause", ""));
    assertThat(paused.get("state").asString()).isEqualTo("paused");
    assertThat(paused.get("next")).isEmpty();
    assertThat(json(ann.get(PATH + "?paused=true")).get("schedules")).hasSize(1);
    JsonNode resumed = json(ann.post(path + "/resume", ""));
    assertThat(resumed.get("state").asString()).isEqualTo("active");
    assertThat(resumed.get("next")).hasSize(3);
    assertThat(json(ann.post(path + "/resume", "")).get("revision"))
        .isEqualTo(resumed.get("revision"));
  }

  @Test
  void whatWasDeletedIsGone() {
    String path = ann.make("");

    assertThat(ann.delete(path).statusCode()).isEqualTo(204);
    assertThat(ann.get(path).statusCode()).isEqualTo(404);
    assertThat(ann.delete(path).statusCode()).isEqualTo(404);
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 5; i++) {
      ann.make(",\"id\":\"" + id + "-" + i + "\"");
    }
    JsonNode first = json(ann.get(PATH + "?limit=2"));
    JsonNode second = json(ann.get(PATH + "?limit=2&cursor=" + first.get("next").asString()));
    JsonNode third = json(ann.get(PATH + "?limit=2&cursor=" + second.get("next").asString()));

    assertThat(third.at("/schedules/0/id").asString()).isEqualTo(id + "-4");
    assertThat(third.get("schedules")).hasSize(1);
    assertThat(third.has("next")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "kind=song,kind",
    "paused=maybe,paused",
    "limit=0,limit",
    "limit=201,limit",
    "cursor=%20,cursor",
    "colour=red,colour"
  })
  void namesTheParameterThatCantBeFollowed(String query, String name) {
    HttpResponse<String> answer = ann.get(PATH + '?' + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/path").asString()).isEqualTo(name);
  }

  @Test
  void asksForPatienceWhileItCantTell() {
    var answer = ScheduleAnswers.unavailable(new SchedulesUnknown("Redis is away")).block();

    assertThat(answer.statusCode().value()).isEqualTo(503);
    assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
  }
}
