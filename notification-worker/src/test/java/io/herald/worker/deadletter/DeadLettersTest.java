package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest extends DeadLetterFixture {

  private static final byte[] JSON = "{\"update_id\":7}".getBytes(UTF_8);

  @Test
  void listsTheNewestFirst() {
    bury("rejected", Topics.OUTBOUND_BULK, outbound("first"), Map.of());
    bury("expired", Topics.UPDATES, JSON, Map.of());

    var letters = list("limit=10").path("letters");

    assertThat(letters.size()).isEqualTo(2);
    assertThat(letters.get(0).path("reason").stringValue()).isEqualTo("expired");
    assertThat(letters.get(0).has("message")).isFalse();
    assertThat(letters.get(0).path("size").intValue()).isEqualTo(JSON.length);
    var oldest = letters.get(1);
    assertThat(oldest.path("id").stringValue()).matches("[0-9]+-[0-9]+");
    assertThat(oldest.path("key").stringValue()).isEqualTo(key);
    assertThat(oldest.path("error").stringValue()).isEqualTo("what was wrong");
    assertThat(oldest.path("attempts").intValue()).isEqualTo(3);
    assertThat(oldest.path("sourceTopic").stringValue()).isEqualTo(Topics.OUTBOUND_BULK);
    assertThat(Instant.parse(oldest.path("timestamp").stringValue()))
        .isBeforeOrEqualTo(Instant.now());
    assertThat(oldest.path("message").path("id").stringValue()).isEqualTo("first");
    assertThat(oldest.path("message").path("chat").stringValue()).isEqualTo("123");
  }

  @ParameterizedTest
  @CsvSource({
    "reason=expired, 1",
    "reason=malformed, 0",
    "topic=herald.updates, 1",
    "topic=herald.deliveries, 0",
    "since=1h, 2",
    "before=1h, 0",
    "since=2026-01-05T12:00:00Z&reason=rejected, 1",
    "since=2100-01-05T12:00:00Z, 0"
  })
  void showsWhatIsAskedFor(String filter, int count) {
    bury("rejected", Topics.OUTBOUND_BULK, outbound("first"), Map.of());
    bury("expired", Topics.UPDATES, JSON, Map.of());

    assertThat(list(filter).path("letters").size()).isEqualTo(count);
  }

  @Test
  void saysWhereOlderOnesBegin() {
    IntStream.range(0, 5).forEach(_ -> bury("expired", Topics.UPDATES, JSON, Map.of()));
    List<String> all = ids();

    var page = list("limit=2");
    var rest = list("limit=1000&before=" + page.path("next").stringValue());

    assertThat(page.path("letters").size()).isEqualTo(2);
    assertThat(page.path("letters").get(0).path("id").stringValue()).isEqualTo(all.getFirst());
    assertThat(rest.path("letters").valueStream().map(each -> each.path("id").stringValue()))
        .containsSubsequence(all.subList(2, 5));
    assertThat(rest.has("next")).isFalse();
  }

  @Test
  void readsOnlyTheEndOfTheTopic() {
    buryMany(400, JSON);

    var page = list("limit=1");

    assertThat(page.path("letters").size()).isEqualTo(1);
    assertThat(page.path("examined").intValue()).isLessThanOrEqualTo(6 * 32);
  }

  @Test
  void showsOneWithAllThatItHolds() {
    bury("expired", Topics.UPDATES, JSON, Map.of(RecordHeaders.BOT, "main"));

    var letter = get("/" + ids().getFirst());

    assertThat(letter.path("value").stringValue()).isEqualTo("{\"update_id\":7}");
    assertThat(letter.path("encoding").stringValue()).isEqualTo("utf-8");
    assertThat(letter.path("reason").stringValue()).isEqualTo("expired");
    assertThat(letter.path("headers").toString())
        .contains("{\"name\":\"bot\",\"value\":\"main\",\"encoding\":\"utf-8\"}");
  }

  @Test
  void showsBytesThatAreNoJson() {
    byte[] value = {'{', (byte) 0xff};
    bury("malformed", Topics.UPDATES, value, Map.of());

    var letter = get("/" + ids().getFirst());

    assertThat(letter.path("encoding").stringValue()).isEqualTo("base64");
    assertThat(Base64.getDecoder().decode(letter.path("value").stringValue())).isEqualTo(value);
  }

  @Test
  void putsAMessageBackAsItWas() {
    byte[] value = outbound("again");
    bury(
        "expired",
        Topics.OUTBOUND_INTERACTIVE,
        value,
        Map.of(RecordHeaders.TRACEPARENT, "a trace", RecordHeaders.EXPIRES_AT, "1"));
    String id = ids().getFirst();
    Instant before = Instant.now();

    var report = post("/" + id + "/replay", "");

    assertThat(report.path("replayed").intValue()).isEqualTo(1);
    var replayed = only(Topics.OUTBOUND_INTERACTIVE);
    assertThat(replayed.key()).isEqualTo(key.getBytes(UTF_8));
    assertThat(replayed.value()).isEqualTo(value);
    assertThat(header(replayed, RecordHeaders.TRACEPARENT)).isEqualTo("a trace");
    assertThat(header(replayed, "replayed-from")).isEqualTo(id);
    assertThat(Instant.ofEpochMilli(Long.parseLong(header(replayed, RecordHeaders.EXPIRES_AT))))
        .isBetween(
            before.minusMillis(1).plus(Duration.ofHours(24)),
            Instant.now().plus(Duration.ofHours(24)));
    assertThat(replayed.headers().headers(RecordHeaders.EXPIRES_AT)).hasSize(1);
    for (String gone :
        List.of(
            RecordHeaders.REASON,
            RecordHeaders.ERROR,
            RecordHeaders.ATTEMPTS,
            RecordHeaders.SOURCE_TOPIC)) {
      assertThat(replayed.headers().lastHeader(gone)).as(gone).isNull();
    }
  }

  @Test
  void putsAnUpdateBackWithAllThatBelongsToIt() {
    bury("unexpected", Topics.UPDATES, JSON, Map.of(RecordHeaders.UPDATE_ID, "7"));

    post("/" + ids().getFirst() + "/replay", "");

    var replayed = only(Topics.UPDATES);
    assertThat(header(replayed, RecordHeaders.UPDATE_ID)).isEqualTo("7");
    assertThat(replayed.headers().lastHeader(RecordHeaders.EXPIRES_AT)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"bulk, herald.outbound.bulk", "unheard-of, herald.outbound.standard"})
  void putsWhatWasRetriedBackToItsLane(String lane, String topic) {
    bury(
        "expired",
        Topics.RETRY_10M,
        outbound("retried"),
        Map.of(RecordHeaders.LANE, lane, RecordHeaders.DUE_AT, "9"));

    post("/" + ids().getFirst() + "/replay", "");

    assertThat(only(topic).headers().lastHeader(RecordHeaders.DUE_AT)).isNull();
  }

  @Test
  void replaysWhatAFilterMeansInItsOrder() {
    bury("rejected", Topics.UPDATES, outbound("other"), Map.of());
    IntStream.range(0, 3)
        .forEach(i -> bury("expired", Topics.OUTBOUND_BULK, outbound("m" + i), Map.of()));

    var report = post("/replay", "{\"reason\":\"expired\",\"key\":\"" + key + "\",\"limit\":1000}");

    assertThat(report.path("replayed").intValue()).isEqualTo(3);
    assertThat(report.has("next")).isFalse();
    assertThat(on(Topics.OUTBOUND_BULK))
        .extracting(record -> Json.read(record.value(), OutboundMessage.class).id())
        .containsExactly("m0", "m1", "m2");
  }

  @Test
  void replaysWhatIsThereAndSaysWhatIsNot() {
    bury("expired", Topics.UPDATES, JSON, Map.of());
    bury("expired", "somebody.elses", JSON, Map.of());
    List<String> ids = ids();

    var report =
        post(
            "/replay",
            "{\"ids\":[\"%s\",\"%s\",\"0-999999999\"]}".formatted(ids.getFirst(), ids.getLast()));

    assertThat(report.path("replayed").intValue()).isEqualTo(1);
    assertThat(report.path("letters").get(0).path("id").stringValue()).isEqualTo(ids.getLast());
    assertThat(report.path("refused").toString())
        .contains("there is no such dead letter", "somebody.elses, which is no topic of Herald's");
    assertThat(only(Topics.UPDATES).value()).isEqualTo(JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"somebody.elses", Topics.DEAD_LETTERS})
  void replaysToNoOtherTopic(String topic) {
    bury("expired", topic, JSON, Map.of());
    String id = ids().getFirst();

    assertThat(refusal(422, send("POST", "/" + id + "/replay", ROOT, "")))
        .isEqualTo(
            id + " can't be replayed: it came from " + topic + ", which is no topic of Herald's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-999999999", "999-0", "nonsense"})
  void saysThatThereIsNoSuchLetter(String id) {
    assertThat(refusal(404, send("GET", "/" + id, ROOT, "")))
        .startsWith("there is no dead letter " + id);
    assertThat(refusal(404, send("POST", "/" + id + "/replay", ROOT, "")))
        .startsWith("there is no dead letter " + id);
  }

  @Test
  void refusesToReplayEverything() {
    assertThat(refusal(400, send("POST", "/replay", ROOT, "{\"limit\":5}")))
        .startsWith("say which");
    assertThat(refusal(400, send("POST", "/replay", ROOT, ""))).startsWith("the body is not JSON");
    assertThat(refusal(400, send("GET", "?limit=0", ROOT, ""))).startsWith("limit must be");
  }

  @ParameterizedTest
  @CsvSource({"GET, ''", "GET, /0-0", "POST, /replay", "POST, /0-0/replay"})
  void isForThoseWhoHoldAnAdminsKey(String method, String path) {
    refusal(401, send(method, path, "", ""));
    refusal(401, send(method, path, "wrong", ""));
    assertThat(refusal(403, send(method, path, READER, "")))
        .isEqualTo("the API key reader lacks the scope admin");
  }

  private ConsumerRecord<byte[], byte[]> only(String topic) {
    var records = on(topic);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static byte[] outbound(String id) {
    return Json.write(
        new OutboundMessage(
            OutboundMessage.SCHEMA_VERSION,
            id,
            "main",
            "123",
            TextContent.plain("text"),
            Instant.now(),
            Instant.now(),
            OnUnknown.RESEND));
  }
}
