package io.herald.runtime.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.model.json.Json;
import io.herald.model.notification.Cooldown;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadNotificationTest {

  private final ReadNotification readNotification = new ReadNotification();

  @Test
  void readsTheSmallestRequest() {
    NotificationRequested read =
        read(
            """
            {"id":"order-4711-paid","to":{"chat":"123456789"},"priority":"standard",
             "title":"Paid","text":"Order **4711** is paid","format":"markdown"}\
            """);

    assertThat(read.id()).isEqualTo("order-4711-paid");
    assertThat(read.to()).containsExactly(Recipient.chat("123456789"));
    assertThat(read.priority()).isEqualTo(Lane.STANDARD);
    assertThat(read.format()).isEqualTo(TextMarkup.MARKDOWN);
    assertThat(read.source()).isEqualTo(NotificationRequested.ANONYMOUS);
    assertThat(Json.read(Json.write(read), NotificationRequested.class)).isEqualTo(read);
  }

  @Test
  void readsEveryField() {
    NotificationRequested read =
        read(
            """
            {"schemaVersion":"1.7.0","id":"a","source":"shop","kind":"order.paid",
             "to":[{"user":"ann@example.com"},{"route":"oncall"},{"audience":"linked"}],
             "priority":"interactive","template":"job.finished","data":{"job":null,"n":[1,{}]},
             "photo":{"url":"https://example.com/a.png","name":"a.png"},
             "buttons":[[{"text":"Open","url":"https://intern.example.com"}],
                        [{"text":"Ok","action":"ok"}]],
             "silent":true,"protect":true,"thread":7,"replaceKey":"r","dedupeKey":"d",
             "dedupeWindow":"10m","cooldown":"6h","notBefore":"2026-01-05T10:00:00+01:00",
             "expiresAt":"2026-01-05T09:00:00.5Z","onUnknown":"drop"}\
            """);

    assertThat(read.to()).hasSize(3);
    assertThat(read.data()).containsEntry("job", null).containsKey("n");
    assertThat(read.cooldown()).isEqualTo(Cooldown.SIX_HOURS);
    assertThat(read.notBefore()).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
    assertThat(read.buttons()).hasSize(2);
  }

  @Test
  void namesEveryViolatedPathAtOnce() {
    assertThat(
            violations(
                """
                {"id":"a b","to":[{"chat":12},{"zip":"secret"},5],"text":"x","template":"t",
                 "priority":"secret","dedupeWindow":"1h","thread":0.5,
                 "photo":{"url":"http://10.0.0.1/x"},"expiresAt":"2026-02-31T00:00:00Z",
                 "buttons":[[],[{"text":"x"},{"text":"y","action":"%s"}]]}\
                """
                    .formatted("ä".repeat(33))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(
                    "/id",
                    "must be 1 to 128 letters, digits and ._:@+~=- and begin with a letter,"
                        + " digit, _ or -"),
                Map.entry("/to/0/chat", "must be a string"),
                Map.entry("/to/1", "must have exactly one of chat, user, route, audience"),
                Map.entry(
                    "/to/2",
                    "must be an object with one of chat, user, route, audience, or a list of"
                        + " these"),
                Map.entry("/text", "must be absent where a template is named"),
                Map.entry("/priority", "must be one of interactive, standard, bulk"),
                Map.entry("/dedupeKey", "is required where dedupeWindow is present"),
                Map.entry("/thread", "must be an integer"),
                Map.entry("/photo/url", PublicAddress.NOT_PUBLIC),
                Map.entry("/expiresAt", "must be a time that exists"),
                Map.entry("/buttons/0", "must have at least 1 item"),
                Map.entry("/buttons/1/0", "must have exactly one of url, action"),
                Map.entry("/buttons/1/1/action", "must be at most 64 bytes of UTF-8")));
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(violations("{}"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "/id", "is required",
                "/to", "is required",
                "", "must have at least one of text, template, photo, document"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "            | not well-formed JSON: it is empty",
        "{\"id\":\"a  | not well-formed JSON at byte 8",
        "{\"id\":tru} | not well-formed JSON at byte 6",
        "{} {}        | 'not one JSON value that gives each name once, at byte 3'",
        "[]           | must be an object",
        "null         | must be an object",
        "{\"id\":\"secret\",\"id\":\"other\"} | 'not one JSON value that gives each name once, at"
            + " byte 20'"
      })
  void saysWhyItIsNoDocument(String json, String problem) {
    assertThat(violations(json == null ? "" : json)).containsOnlyKeys("").containsValue(problem);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin1 = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xe4, '"', '}'};

    var refused =
        catchThrowableOfType(InvalidNotification.class, () -> readNotification.read(latin1));

    assertThat(refused.violations()).extracting(Violation::path).containsExactly("");
  }

  @Test
  void toleratesFieldsOfTheFuture() {
    assertThat(read(with("\"sparkles\":{\"deep\":\"\\ud800\"}")).text()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"a\\n\"",
        "\"id\":\"..\"",
        "\"id\":\"a/b\"",
        "\"source\":\"a b\"",
        "\"source\":\"a\\u0000\"",
        "\"replaceKey\":\"a\\n\"",
        "\"replaceKey\":\"\"",
        "\"dedupeKey\":\"a\\u202eb\"",
        "\"kind\":\"a\\n\"",
        "\"title\":\"\\udc00\"",
        "\"notBefore\":\"1969-12-31T23:59:59Z\"",
        "\"notBefore\":\"1970-01-01T00:00:00+01:00\"",
        "\"notBefore\":\"2026-01-05\"",
        "\"notBefore\":\"+10000-01-05T00:00:00Z\"",
        "\"notBefore\":1767600000",
        "\"thread\":2147483648",
        "\"silent\":\"yes\"",
        "\"format\":null",
        "\"data\":[]",
        "\"data\":{\"a\":[\"\\ud800\"]}",
        "\"document\":{\"blob\":\"../x\",\"name\":\"x\"}",
        "\"document\":{\"blob\":\"a\",\"name\":\"../x\"}"
      })
  void refusesOneField(String field) {
    String name = field.substring(1, field.indexOf('"', 1));

    assertThat(violations(with(field)).keySet())
        .singleElement()
        .satisfies(path -> assertThat(path).startsWith("/" + name));
  }

  @Test
  void wantsAnEndAfterTheBeginning() {
    String noon = "2026-01-05T12:00:00Z";

    assertThat(violations(with("\"notBefore\":\"%s\",\"expiresAt\":\"%s\"".formatted(noon, noon))))
        .containsOnlyKeys("/expiresAt");
  }

  @Test
  void boundsTextsAndFreeData() {
    String long200k = "x".repeat(200_001);

    assertThat(violations("{\"id\":\"a\",\"to\":{\"chat\":\"1\"},\"text\":\"" + long200k + "\"}"))
        .containsExactly(Map.entry("/text", "must be at most 200000 characters"));
    assertThat(violations(with("\"data\":{\"a\":\"" + long200k + "\"}"))).containsOnlyKeys("/data");
    assertThat(violations(with("\"data\":" + "{\"a\":".repeat(17) + "1" + "}".repeat(17))))
        .containsOnlyKeys("/data");
    assertThat(read(with("\"data\":" + "{\"a\":".repeat(16) + "1" + "}".repeat(16))).data())
        .isNotEmpty();
  }

  @Test
  void countsAllButtons() {
    String row =
        "[" + "{\"text\":\"x\",\"action\":\"x\"},".repeat(7) + "{\"text\":\"x\",\"action\":\"x\"}]";

    assertThat(violations(with("\"buttons\":[" + (row + ",").repeat(12) + row + "]")))
        .containsOnlyKeys("/buttons");
    assertThat(read(with("\"buttons\":[" + (row + ",").repeat(11) + row + "]")).buttons())
        .hasSize(12);
  }

  @Test
  void blankTextIsRefusedInTimeThatGrowsWithItsLength() {
    assertThat(violations(with("\"replaceKey\":\"" + " ".repeat(200_000) + "\"")))
        .containsOnlyKeys("/replaceKey");
    assertThat(
            violations(
                "{\"id\":\"a\",\"to\":{\"chat\":\"1\"},\"text\":\"" + " ".repeat(200_000) + "\"}"))
        .containsOnlyKeys("/text");
  }

  @Test
  void aMegabyteOfNonsenseIsToldBriefly() {
    String nonsense = "[" + "{},".repeat(350_000) + "{}]";

    assertThat(violations(with("\"buttons\":" + nonsense))).hasSize(101).containsKey("/buttons");
    assertThat(violations(with("\"buttons\":[" + nonsense + "]"))).containsKey("/buttons/0");
    assertThat(violations("{\"id\":\"a\",\"text\":\"x\",\"to\":" + nonsense + "}"))
        .hasSize(101)
        .containsEntry("/to", "must have at most 100 items");
  }

  @Test
  void neverQuotesTheDocument() {
    var refused =
        catchThrowableOfType(
            InvalidNotification.class,
            () ->
                read(
                    """
                    {"id":"secret id","to":{"chat":"secret"},"priority":"secret","text":["secret"],
                     "format":"secret","photo":{"url":"secret"},"notBefore":"secret",
                     "cooldown":"secret","buttons":"secret","thread":"secret"}\
                    """));

    assertThat(refused.violations()).hasSize(10);
    assertThat(refused).hasMessageNotContaining("secret");
  }

  @Test
  void equalRequestsHaveTheSameCanonicalBytes() {
    byte[] one =
        Json.canonical(
            read(
                """
                {"id":"a","to":{"chat":"1"},"template":"t","data":{"b":{"y":1,"x":2},"a":1}}\
                """));
    byte[] other =
        Json.canonical(
            read(
                """
                {"data":{"a":1,"b":{"x":2,"y":1}},"template":"t","priority":"standard",
                 "to":[{"chat":"1"}],"id":"a"}\
                """));

    assertThat(new String(one, UTF_8)).isEqualTo(new String(other, UTF_8));
  }

  private NotificationRequested read(String json) {
    return readNotification.read(json.getBytes(UTF_8));
  }

  private static String with(String field) {
    String id = field.startsWith("\"id\"") ? "" : "\"id\":\"a\",";
    return "{" + id + "\"to\":{\"chat\":\"1\"},\"text\":\"x\"," + field + "}";
  }

  private Map<String, String> violations(String json) {
    List<Violation> violations =
        catchThrowableOfType(InvalidNotification.class, () -> read(json)).violations();
    assertThat(violations).doesNotHaveDuplicates();
    return violations.stream().collect(Collectors.toMap(Violation::path, Violation::problem));
  }
}
