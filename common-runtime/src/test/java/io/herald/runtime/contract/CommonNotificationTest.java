package io.herald.runtime.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The short way never says anything else than the long one. */
class CommonNotificationTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ReadNotification LONG_WAY = new ReadNotification();
  private static final String ODD =
      "\u0000\t\n \u007f\u00a0\u200b\u2028\u3000\ufeff\ud800\udc00\u00e4_-@.:~=+/09azAZ";

  @Property(tries = 5_000)
  void saysWhatTheLongWaySays(@ForAll("notifications") ObjectNode notification) {
    var common = CommonNotification.read(notification);

    Statistics.label("read")
        .collect(common != null)
        .coverage(of -> of.check(true).percentage(share -> share > 2));
    if (common != null) {
      assertThat(common).isEqualTo(LONG_WAY.readClosely(notification));
    }
  }

  @Test
  void readsTheSmallestRequest() {
    String smallest =
        """
        {"id":"order-4711-paid","to":{"chat":"123456789"},"priority":"standard","title":"Paid",\
        "text":"Order **4711** is paid","format":"markdown"}\
        """;

    var read = CommonNotification.read(Json.tree(smallest.getBytes(UTF_8)));

    assertThat(read).isNotNull();
    assertThat(CommonNotification.read(Json.tree(Json.write(read))))
        .as("as it lies on the topic")
        .isEqualTo(read);
  }

  @Provide
  Arbitrary<ObjectNode> notifications() {
    Arbitrary<JsonNode> recipient =
        Arbitraries.oneOf(
            words("1", "-12", "x").map(it -> object(Map.of("chat", it))),
            words("ann@b", "7").map(it -> object(Map.of("user", it))),
            words("oncall").map(it -> object(Map.of("route", it))),
            words("1").map(it -> object(Map.of("chat", it, "user", it))));
    Arbitrary<JsonNode> recipients =
        Arbitraries.oneOf(
            recipient,
            recipient,
            recipient,
            recipient.list().ofMaxSize(3).map(CommonNotificationTest::array),
            recipient.map(it -> array(Collections.nCopies(101, it))));
    Arbitrary<Map<String, JsonNode>> body =
        Arbitraries.oneOf(field("text", "Hi", " x "), field("template", "job.finished", "a:b"));
    Arbitrary<ObjectNode> needed =
        Combinators.combine(words("a-1", "_b"), recipients, body)
            .as((id, to, written) -> with(object(Map.of("id", id, "to", to)), written));
    Arbitrary<Map<String, JsonNode>> more =
        Arbitraries.oneOf(
            field("source", "shop"),
            field("kind", "a.b"),
            field("title", "Paid", " "),
            field("priority", "interactive", "standard", "bulk", "Bulk"),
            field("format", "plain", "markdown", "html", "markdownv2", "HTML"),
            field("template", "job.finished", "a:b"),
            field("replaceKey", "deploy-812"),
            field("dedupeKey", "disk"),
            field("onUnknown", "drop", "resend", "x"),
            field("schemaVersion", "1.0.0", "1.2.0", "2.0.0"),
            Arbitraries.of("silent", "protect").map(it -> Map.of(it, JSON.booleanNode(true))),
            data().map(it -> Map.of("data", it)),
            buttons().map(it -> Map.of("buttons", it)));
    return Combinators.combine(needed, more, more).as((it, one, two) -> with(with(it, one), two));
  }

  private static Arbitrary<JsonNode> data() {
    Arbitrary<JsonNode> value =
        Arbitraries.oneOf(
            words("a", "\ud83c\udf89"),
            Arbitraries.of(
                    "1", "2.5", "-7e300", "99999999999999999999", "[1,[null,true]]", "{\"a\":{}}")
                .map(it -> Json.tree(it.getBytes(UTF_8))));
    return Arbitraries.oneOf(
        value,
        Arbitraries.maps(Arbitraries.of("a", "b", "\ud83c"), value)
            .map(CommonNotificationTest::object));
  }

  private static Arbitrary<JsonNode> buttons() {
    Arbitrary<JsonNode> addresses =
        words(
            "https://example.com/a",
            "http://10.0.0.1/",
            "tg://user",
            "https://a b",
            "http://x",
            "https://u@b.de/");
    Arbitrary<JsonNode> button =
        Combinators.combine(
                words("Open", " "),
                Arbitraries.of("url", "url", "action", "action", "zip"),
                addresses)
            .as((text, kind, address) -> object(Map.of("text", text, kind, address)));
    Arbitrary<JsonNode> row =
        Arbitraries.oneOf(button.list().ofMaxSize(2), button.list().ofMaxSize(9))
            .map(CommonNotificationTest::array);
    return Arbitraries.oneOf(row.list().ofMaxSize(2), row.list().ofMaxSize(9))
        .map(CommonNotificationTest::array);
  }

  private static JsonNode array(List<JsonNode> items) {
    return JSON.arrayNode().addAll(items);
  }

  private static Arbitrary<Map<String, JsonNode>> field(String name, String... fitting) {
    return words(fitting).map(value -> Map.of(name, value));
  }

  /** Mostly those that fit, or what is near them. */
  private static Arbitrary<JsonNode> words(String... fitting) {
    Arbitrary<String> lengthy = Arbitraries.of(16, 17, 64, 65, 128, 129, 256, 257).map("7"::repeat);
    Arbitrary<String> odd = Arbitraries.strings().withChars(ODD.toCharArray()).ofMaxLength(4);
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.of(fitting).map(JSON::stringNode)),
        Tuple.of(1, lengthy.map(JSON::stringNode)),
        Tuple.of(1, odd.map(JSON::stringNode)),
        Tuple.of(1, Arbitraries.of(JSON.nullNode(), JSON.numberNode(1), JSON.objectNode())));
  }

  private static ObjectNode object(Map<String, JsonNode> fields) {
    return JSON.objectNode().setAll(fields);
  }

  private static ObjectNode with(ObjectNode notification, Map<String, JsonNode> more) {
    return notification.setAll(more);
  }
}
