package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedForTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void readsAFilter() {
    var asked =
        AskedFor.parameters(
            Map.of("reason", "expired", "since", "2h", "before", "30m", "limit", "7"));

    assertThat(asked.filter(NOON))
        .isEqualTo(
            new LetterFilter(
                "expired",
                null,
                null,
                Instant.parse("2026-01-05T10:00:00Z"),
                Instant.parse("2026-01-05T11:30:00Z"),
                7));
    assertThat(AskedFor.parameters(Map.of()).filter(NOON).limit()).isEqualTo(50);
  }

  @Test
  void readsIds() {
    assertThat(body("{\"ids\":[\"0-1\",\"5-42\",\"0-1\"]}").positions())
        .containsExactly(new LetterId(0, 1), new LetterId(5, 42));
  }

  @ParameterizedTest
  @CsvSource({
    "reson, expired,  there is no reson",
    "limit, 0,        limit must be 1 to 1000",
    "limit, 1001,     limit must be 1 to 1000",
    "limit, -1,       limit must be 1 to 1000",
    "since, tomorrow, since must be a time such as",
    "before, 5x,      before must be a time such as"
  })
  void saysWhatIsWrongWithAFilter(String name, String value, String problem) {
    assertThatThrownBy(() -> AskedFor.parameters(Map.of(name, value)).filter(NOON))
        .isInstanceOf(UnusableRequest.class)
        .hasMessageStartingWith(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{\"reson\":\"expired\"}",
        "{\"reason\":{}}",
        "{} {}",
        "{\"limit\":\"x\"}"
      })
  void refusesABodyThatItDoesNotUnderstandInFull(String json) {
    assertThatThrownBy(() -> body(json)).isInstanceOf(UnusableRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ids\":[]}",
        "{\"ids\":[null]}",
        "{\"ids\":[\"x\"]}",
        "{\"ids\":[\"0-1\"],\"reason\":\"r\"}"
      })
  void refusesIdsThatAreNone(String json) {
    assertThatThrownBy(() -> body(json).positions()).isInstanceOf(UnusableRequest.class);
  }

  private static AskedFor body(String json) {
    return AskedFor.body(json.getBytes(UTF_8));
  }
}
