package io.herald.bot.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.json.MalformedRecord;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadUpdateTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void readsWhatSomebodySaid() {
    Update update =
        read(
            """
            {"update_id":7,"message":{"message_id":1,"date":1,"sparkles":{"a":[]},
             "from":{"id":42,"is_bot":false,"first_name":"Ada","language_code":"en"},
             "chat":{"id":-100,"type":"supergroup","title":"Engines"},"text":"/help now",
             "entities":[{"type":"bot_command","offset":0,"length":5}]}}
            """);

    assertThat(update)
        .isEqualTo(
            new Update(
                "main",
                7,
                NOON,
                "message",
                new Event.Said(
                    new Chat(-100, false),
                    new Person(42, "Ada", false, null),
                    "/help now",
                    List.of(new TextEntity("bot_command", 0, 5)))));
  }

  @Test
  void readsAPressedButton() {
    Update update =
        read(
            """
            {"update_id":8,"callback_query":{"id":"q1","chat_instance":"x","data":"help",
             "from":{"id":42,"first_name":"Ada"},
             "message":{"message_id":1,"date":0,"chat":{"id":42,"type":"private"}}}}
            """);

    assertThat(update.event())
        .isEqualTo(
            new Event.Pressed(
                "q1", "help", new Person(42, "Ada", false, null), new Chat(42, true)));
  }

  @ParameterizedTest
  @CsvSource({
    "member, true",
    "administrator, true",
    "creator, true",
    "restricted, true",
    "restricted, false",
    "left, true",
    "kicked, true",
    "banished, true"
  })
  void readsWhetherTheBotIsIn(String status, boolean isMember) {
    Update update =
        read(
            """
            {"update_id":9,"my_chat_member":{"chat":{"id":42,"type":"private"},"date":1,
             "from":{"id":42,"first_name":"Ada"},
             "old_chat_member":{"status":"kicked","user":{"id":1}},
             "new_chat_member":{"status":"%s","is_member":%s,"user":{"id":1}}}}
            """
                .formatted(status, isMember));

    boolean in = isMember && !List.of("left", "kicked", "banished").contains(status);
    assertThat(update.event())
        .isEqualTo(in ? new Event.Admitted(new Chat(42, true)) : new Event.Other());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"update_id\":1}",
        "{\"update_id\":1,\"my_chat_member\":{\"new_chat_member\":{\"status\":\"member\"}}}",
        "{\"update_id\":1,\"my_chat_member\":{\"chat\":{\"id\":1},\"new_chat_member\":[]}}",
        "{\"update_id\":1,\"teleportation\":{\"from\":1}}",
        "{\"update_id\":1,\"message\":null}",
        "{\"update_id\":1,\"message\":[1,2]}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":1},\"from\":{\"id\":1},\"text\":5}}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":1},\"text\":\"in a channel's name\"}}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":99999999999999999999},\"text\":\"a\"}}",
        "{\"update_id\":1,\"callback_query\":{\"from\":{\"id\":1}}}",
        "{\"update_id\":1,\"edited_message\":{\"chat\":{\"id\":1},\"text\":\"/start\"}}"
      })
  void findsNothingToDoInWhatItDoesNotKnow(String json) {
    assertThat(read(json).event()).isEqualTo(new Event.Other());
  }

  @Test
  void boundsTheKindsForMetrics() {
    assertThat(read("{\"update_id\":1,\"teleportation\":{}}").kind()).isEqualTo("other");
    assertThat(read("{\"poll\":{},\"update_id\":1}").kind()).isEqualTo("poll");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense secret",
        "[]",
        "7",
        "null",
        "{\"update_id\":\"7\"}",
        "{\"update_id\":7.5}",
        "{\"update_id\":99999999999999999999}",
        "{\"update_id\":1"
      })
  void callsAnUpdateWithoutIdMalformedAndQuotesNothing(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(MalformedRecord.class)
        .hasNoCause()
        .message()
        .doesNotContain("secret");
  }

  @Property(tries = 300)
  void failsInNoOtherWay(@ForAll byte[] bytes) {
    try {
      ReadUpdate.read(bytes, "main", NOON);
    } catch (MalformedRecord e) {
      assertThat(e).isNotNull();
    }
  }

  private static Update read(String json) {
    return ReadUpdate.read(json.getBytes(UTF_8), "main", NOON);
  }
}
