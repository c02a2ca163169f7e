package io.herald.gateway.post;

import static io.herald.gateway.ApiClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.gateway.ApiClient;
import io.herald.gateway.PublishedRecords;
import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.runtime.access.MintToken;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.ScheduleIndex;
import io.herald.runtime.schedule.ScheduleKeys;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Posts over HTTP, with an index that a scheduler would keep. */
class PostApiTest {

  private static final String PATH = "/api/posts";
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final RunningGateway GATEWAY = RunningGateway.shared();
  private static KeepIndex index;

  private final ApiClient shop = ApiClient.sender(GATEWAY);
  private final ApiClient screen = new ApiClient(GATEWAY, RunningGateway.READER_KEY);
  private final String user = "user" + UUID.randomUUID() + "@example.com";

  @BeforeAll
  static void keepIndex() {
    var redis = GATEWAY.part(RedisLink.class);
    index = GATEWAY.part(Indexes.class).keep(ScheduleKeys.INDEX, new ScheduleIndex(redis));
    index.start();
    await().atMost(SOON).until(() -> index.isComplete().block(SOON));
  }

  @AfterAll
  static void stop() {
    index.stop();
  }

  @Test
  void isAScheduleOfItsOwner() {
    HttpResponse<String> answer =
        shop.post(
            PATH,
            "{\"target\":\"@news\",\"text\":\"Hi\",\"title\":\"Greeting\",\"at\":\"2029-12-24T18:00:00+01:00\",\"owner\":\"%s\"}"
                .formatted(user));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String id = json(answer).get("id").asString();
    assertThat(answer.headers().firstValue("Location")).contains(PATH + '/' + id);
    assertThat(json(answer).get("status").asString()).isEqualTo("scheduled");
    Schedule schedule = schedule(id);
    assertThat(schedule.timing()).isEqualTo(new At(Instant.parse("2029-12-24T17:00:00Z")));
    assertThat(schedule.owner().user()).isEqualTo(user);
    assertThat(schedule.title()).isEqualTo("Greeting");
    assertThat(((PublishPost) schedule.payload()).post().target()).isEqualTo("@news");
    try (PublishedRecords published = GATEWAY.publishedOn(Topics.SCHEDULES)) {
      assertThat(published.of("post:" + id, Schedule.class)).hasSize(1);
    }
    assertThat(screen.get(PATH + '/' + id).body()).isEqualTo(answer.body());
  }

  @Test
  void isDueNowWhenNoTimeIsGiven() {
    Instant before = Instant.now().minusMillis(1);

    String id = post("{\"target\":\"@news\",\"text\":\"Hi\"}");

    assertThat(((At) schedule(id).timing()).at()).isBetween(before, Instant.now());
  }

  @Test
  void isTakenInOnceForAKey() {
    String key = UUID.randomUUID().toString();
    String body = "{\"target\":\"@news\",\"text\":\"Hi\"}";

    HttpResponse<String> first = shop.post(PATH, body, "Idempotency-Key", key);
    HttpResponse<String> again = shop.post(PATH, body, "Idempotency-Key", key);
    HttpResponse<String> other = shop.post(PATH, body.replace("Hi", "Ho"), "Idempotency-Key", key);

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("Idempotency-Key");
  }

  @Test
  void tellsWhatCameOfIt() {
    String id = post(later());
    Schedule schedule = schedule(id);

    run(schedule, RunOutcome.FIRED, null, null);
    awaitStatus(id, "publishing");
    run(schedule, RunOutcome.FAILED, "chat not found", 1500L);
    awaitStatus(id, "failed");

    assertThat(json(shop(id)).get("reason").asString()).isEqualTo("chat not found");
    assertThat(json(shop(id)).has("endedAt")).isTrue();
    assertThat(delete(shop, id).statusCode()).isEqualTo(409);
  }

  @Test
  void isStillToComeAfterAFireByHand() {
    String id = post(later());
    Schedule schedule = schedule(id);

    run(schedule, ScheduleIds.manual(schedule.id(), "now"), RunOutcome.COMPLETED, null, 9L);

    await().atMost(SOON).until(() -> view(schedule).last() != null);
    assertThat(json(shop(id)).get("status").asString()).isEqualTo("scheduled");
    assertThat(delete(shop, id).statusCode()).isEqualTo(204);
  }

  private static ScheduleView view(Schedule schedule) {
    return GATEWAY.part(Schedules.class).view(schedule.id()).block(SOON);
  }

  @Test
  void isDeletedBeforeItsTime() {
    String id = post(later());

    assertThat(delete(shop, id).statusCode()).isEqualTo(204);

    assertThat(shop(id).statusCode()).isEqualTo(404);
    assertThat(delete(shop, id).statusCode()).isEqualTo(404);
  }

  @Test
  void isForItsOwnerToSeeAndDelete() {
    String id = post(later());

    assertThat(asPerson("bob", "GET", PATH + '/' + id, "").statusCode()).isEqualTo(404);
    assertThat(asPerson("bob", "DELETE", PATH + '/' + id, "").statusCode()).isEqualTo(404);
    assertThat(asPerson(user, "GET", PATH + '/' + id, "").statusCode()).isEqualTo(200);
    assertThat(asPerson(user, "DELETE", PATH + '/' + id, "").statusCode()).isEqualTo(204);
  }

  @Test
  void isForThoseWithTheScope() {
    assertThat(screen.post(PATH, later()).statusCode()).isEqualTo(403);
    assertThat(asPerson(user, "POST", PATH, later()).statusCode()).isEqualTo(403);
    assertThat(new ApiClient(GATEWAY, "nobody").get(PATH + "/x").statusCode()).isEqualTo(401);
  }

  @Test
  void namesWhatIsWrong() {
    HttpResponse<String> answer = shop.post(PATH, "{\"target\":\"news\",\"text\":\"x\",\"at\":7}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("errors").findValuesAsString("path"))
        .containsExactlyInAnyOrder("/target", "/at");
    assertThat(shop.post(PATH, "{").statusCode()).isEqualTo(400);
  }

  @Test
  void isToBeSentAgainWhileSchedulesAreUnknown() {
    var redis = GATEWAY.part(ReactiveStringRedisTemplate.class);
    redis.opsForHash().remove(ScheduleKeys.INDEX.key(), IndexSpec.COMPLETE).block(SOON);
    try {
      HttpResponse<String> answer = shop.post(PATH, later());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    } finally {
      redis.opsForHash().put(ScheduleKeys.INDEX.key(), IndexSpec.COMPLETE, "1").block(SOON);
    }
  }

  private String later() {
    return "{\"target\":\"@news\",\"text\":\"Hi\",\"at\":\"2029-12-24T18:00:00Z\",\"owner\":\"%s\"}"
        .formatted(user);
  }

  private String post(String body) {
    HttpResponse<String> answer = shop.post(PATH, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer).get("id").asString();
  }

  private static Schedule schedule(String id) {
    return GATEWAY.part(Schedules.class).find("post:" + id).block(SOON);
  }

  private static void run(
      Schedule schedule, RunOutcome outcome, @Nullable String reason, @Nullable Long millis) {
    run(schedule, ScheduleIds.fire(schedule.id(), dueOf(schedule)), outcome, reason, millis);
  }

  private static Instant dueOf(Schedule schedule) {
    return ((At) schedule.timing()).at();
  }

  private static void run(
      Schedule schedule,
      String fire,
      RunOutcome outcome,
      @Nullable String reason,
      @Nullable Long millis) {
    Instant due = dueOf(schedule);
    var run =
        new ScheduleRun(
            ScheduleRun.SCHEMA_VERSION,
            schedule.id(),
            1,
            isByHand(fire) ? Instant.now() : due,
            due,
            fire,
            outcome,
            reason,
            0,
            isByHand(fire) ? due : null,
            millis);
    byte[] key = schedule.id().getBytes(UTF_8);
    GATEWAY
        .part(PublishRecord.class)
        .publish(new ProducerRecord<>(Topics.SCHEDULE_RUNS, key, Json.write(run)))
        .block(SOON);
  }

  private static boolean isByHand(String fire) {
    return fire.contains(":manual:");
  }

  private void awaitStatus(String id, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(json(screen.get(PATH + '/' + id)).get("status").asString())
                .isEqualTo(status));
  }

  private HttpResponse<String> shop(String id) {
    return screen.get(PATH + '/' + id);
  }

  private static HttpResponse<String> delete(ApiClient client, String id) {
    return client.send(client.at(PATH + '/' + id).DELETE());
  }

  private static HttpResponse<String> asPerson(
      String person, String method, String path, String body) {
    String token = GATEWAY.part(MintToken.class).mint(person, Duration.ofMinutes(5)).token();
    var request =
        java.net.http.HttpRequest.newBuilder(GATEWAY.address().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return new ApiClient(GATEWAY, "").send(request);
  }
}
