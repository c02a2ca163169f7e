package io.herald.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Entity;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void readsBackWhatItWrote() {
    var message =
        new OutboundMessage(
            OutboundMessage.SCHEMA_VERSION,
            "update:main:7:0",
            "main",
            "42",
            new TextContent(
                "Hello",
                List.of(Entity.of("bold", 0, 5)),
                List.of(List.of(Button.callback("Help", "help")))),
            NOON,
            NOON.plusSeconds(60),
            OnUnknown.DROP);

    assertThat(Json.read(Json.write(message), OutboundMessage.class)).isEqualTo(message);
  }

  @Test
  void writesTimesAsTextAndLeavesEmptyValuesOut() {
    var message =
        new OutboundMessage(
            OutboundMessage.SCHEMA_VERSION,
            "a",
            "main",
            "42",
            TextContent.plain("Hi"),
            NOON,
            NOON,
            OnUnknown.RESEND);

    assertThat(new String(Json.write(message), UTF_8))
        .contains("\"createdAt\":\"2026-01-05T12:00:00Z\"")
        .contains("\"onUnknown\":\"resend\"")
        .contains("\"type\":\"text\"")
        .doesNotContain("entities")
        .doesNotContain("keyboard");
  }

  @Test
  void ignoresFieldsOfTheFuture() {
    byte[] newer =
        "{\"type\":\"callback-answer\",\"queryId\":\"q\",\"sparkles\":1}".getBytes(UTF_8);

    assertThat(Json.read(newer, CallbackAnswer.class))
        .isEqualTo(new CallbackAnswer("q", "", false));
  }

  @Test
  void namesWhatIsMalformed() {
    assertThatThrownBy(() -> Json.read("{".getBytes(UTF_8), OutboundMessage.class))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageContaining("OutboundMessage");
    assertThatThrownBy(() -> Json.read("null".getBytes(UTF_8), OutboundMessage.class))
        .isInstanceOf(MalformedRecord.class);
    assertThatThrownBy(() -> Json.read("{\"id\":\"x\"}".getBytes(UTF_8), OutboundMessage.class))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageContaining("bot");
  }

  @ParameterizedTest
  @MethodSource("beyondLimits")
  void refusesWhatIsBeyondTheLimitsWithoutQuotingIt(String json) {
    assertThatThrownBy(() -> Json.tree(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageContaining("nested deeper, or has longer numbers or names")
        .hasMessageNotContaining("777");
    assertThatThrownBy(() -> Json.read(json.getBytes(UTF_8), Object.class))
        .isInstanceOf(MalformedRecord.class);
  }

  static List<String> beyondLimits() {
    return List.of(
        "[".repeat(600) + "]".repeat(600),
        "{\"n\":" + "7".repeat(1_500) + "}",
        "{\"n\":0." + "7".repeat(1_500) + "}",
        "{\"" + "7".repeat(60_000) + "\":1}");
  }
}
