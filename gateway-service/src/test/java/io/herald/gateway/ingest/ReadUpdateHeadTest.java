package io.herald.gateway.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.model.json.MalformedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadUpdateHeadTest {

  @Test
  void readsWhatTelegramSends() {
    assertThat(read(TelegramUpdates.MESSAGE))
        .isEqualTo(new UpdateHead(869123456, "-1001234567890", 5511));
    assertThat(read(TelegramUpdates.CALLBACK)).isEqualTo(new UpdateHead(869123457, "-777", 5511));
    assertThat(read(TelegramUpdates.INLINE_CALLBACK))
        .isEqualTo(new UpdateHead(869123458, "5511", 5511));
    assertThat(read(TelegramUpdates.POLL_ANSWER))
        .isEqualTo(new UpdateHead(869123459, "5511", 5511));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          message             | {"chat":{"id":7},"from":{"id":5}}               | 7   | 5
          edited_message      | {"from":{"id":5},"chat":{"id":7}}               | 7   | 5
          channel_post        | {"chat":{"id":-100},"sender_chat":{"id":-100}}  | -100 | 0
          edited_channel_post | {"chat":{"id":-100},"author_signature":"x"}     | -100 | 0
          business_message    | {"business_connection_id":"b","chat":{"id":7}}  | 7   | 0
          callback_query      | {"from":{"id":5},"message":{"chat":{"id":7}}}   | 7   | 5
          callback_query      | {"message":{"chat":{"id":7}},"from":{"id":5}}   | 7   | 5
          callback_query      | {"from":{"id":5},"inline_message_id":"a"}       | 5   | 5
          inline_query        | {"id":"1","from":{"id":5},"query":"","offset":""} | 5 | 5
          chosen_inline_result | {"result_id":"1","from":{"id":5}}              | 5   | 5
          my_chat_member      | {"chat":{"id":7},"from":{"id":5},"date":1}      | 7   | 5
          chat_member         | {"chat":{"id":7},"from":{"id":5},"date":1}      | 7   | 5
          chat_join_request   | {"chat":{"id":7},"from":{"id":5},"user_chat_id":5} | 7 | 5
          poll_answer         | {"poll_id":"1","user":{"id":5}}                 | 5   | 5
          poll_answer         | {"poll_id":"1","voter_chat":{"id":-7}}          | -7  | 0
          message_reaction    | {"chat":{"id":7},"message_id":1,"user":{"id":5}} | 7  | 5
          message_reaction    | {"chat":{"id":7},"actor_chat":{"id":8}}         | 7   | 0
          pre_checkout_query  | {"id":"1","from":{"id":5},"currency":"XTR"}     | 5   | 5
          shipping_query      | {"id":"1","from":{"id":5}}                      | 5   | 5
          business_connection | {"id":"1","user":{"id":5},"user_chat_id":5}     | 5   | 5
          chat_boost          | {"chat":{"id":7},"boost":{"source":{"user":{"id":5}}}} | 7 | 0
          poll                | {"id":"1","options":[{"text":"a","voter_count":1}]} | `` | 0
          from_the_future     | {"chat":{"id":7},"from":{"id":5},"new":[[{}],{}]} | 7 | 5
          from_the_future     | {"unheard":{"chat":{"id":7}},"of":[{"from":{"id":5}}]} | `` | 0
          """)
  void findsChatAndSenderOf(String kind, String event, String key, long sender) {
    assertThat(read("{\"update_id\":1,\"" + kind + "\":" + event + "}"))
        .isEqualTo(new UpdateHead(1, key, sender));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"update_id\":1}",
        "{\"message\":{\"chat\":{\"id\":7}},\"update_id\":1}",
        "{\"update_id\":1,\"message\":null}",
        "{\"update_id\":1,\"message\":[{\"chat\":{\"id\":7}}]}",
        "{\"update_id\":1,\"message\":{\"chat\":7,\"from\":\"5\"}}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":\"7\"},\"from\":{\"id\":5.5}}}",
        " \n{ \"update_id\" : 1 , \"x\" : { } } \t\r\n",
        "\ufeff{\"update_id\":1}"
      })
  void takesAnyObjectWithAnUpdateId(String update) {
    assertThat(read(update).updateId()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Integer.MAX_VALUE + 1L, Long.MAX_VALUE})
  void takesEveryIntegralUpdateId(long id) {
    assertThat(read("{\"update_id\":" + id + "}").updateId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"update_id\"",
        "[]",
        "[{\"update_id\":1}]",
        "{}",
        "{\"message\":{\"update_id\":1}}",
        "{\"update_id\":null}",
        "{\"update_id\":true}",
        "{\"update_id\":\"1\"}",
        "{\"update_id\":1.0}",
        "{\"update_id\":1e3}",
        "{\"update_id\":{}}",
        "{\"update_id\":[1]}",
        "{\"update_id\":9223372036854775808}",
        "{\"update_id\":-9223372036854775809}",
        "{\"update_id\":01}",
        "{\"update_id\":NaN}",
        "{\"update_id\":1",
        "{\"update_id\":1,}",
        "{\"update_id\":1}}",
        "{\"update_id\":1}{\"update_id\":2}",
        "{\"update_id\":1} x",
        "{'update_id':1}",
        "{update_id:1}",
        "{\"update_id\":1 /* why */}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":7}}",
        "{\"update_id\":1,\"message\":{\"text\":\"un\nescaped\"}}",
        "{\"update_id\":1,\"message\":{\"chat\":{\"id\":9223372036854775808}}}"
      })
  void refusesWhatIsNoUpdate(String body) {
    assertMalformed(body.getBytes(UTF_8));
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    assertMalformed("{\"update_id\":1,\"message\":{\"text\":\"caf\u00e9\"}}".getBytes(ISO_8859_1));
    assertMalformed("{\"update_id\":1,\"caf\u00e9\":{}}".getBytes(ISO_8859_1));
  }

  @Test
  void refusesNestingBombs() {
    int deep = 100_000;
    assertMalformed("[".repeat(deep).getBytes(UTF_8));
    assertMalformed(("{\"update_id\":1,\"x\":" + "[".repeat(deep)).getBytes(UTF_8));
    assertMalformed(
        ("{\"update_id\":1,\"x\":" + "[".repeat(deep) + "]".repeat(deep) + "}").getBytes(UTF_8));
    assertMalformed(
        ("{\"update_id\":1,\"x\":" + "{\"x\":".repeat(deep) + "1" + "}".repeat(deep + 1))
            .getBytes(UTF_8));
    assertMalformed(
        ("{\"update_id\":1,\"message\":{\"chat\":" + "{\"id\":".repeat(deep)).getBytes(UTF_8));
  }

  @Test
  void believesTheLastOfDuplicateFieldsAsItsReadersDo() {
    assertThat(
            read(
                """
                {"update_id":1,"message":{"chat":{"id":7},"chat":{"id":8,"id":9}},"update_id":2}
                """))
        .isEqualTo(new UpdateHead(2, "9", 0));
  }

  @Test
  void saysNothingOfTheContent() {
    assertThatExceptionOfType(MalformedRecord.class)
        .isThrownBy(() -> read("{\"update_id\":\"private words\"}"))
        .withMessageNotContaining("private");
    assertThatExceptionOfType(MalformedRecord.class)
        .isThrownBy(() -> read("{\"update_id\":1,\"message\":private}"))
        .withMessageNotContaining("private");
  }

  private static UpdateHead read(String update) {
    return ReadUpdateHead.read(update.getBytes(UTF_8));
  }

  private static void assertMalformed(byte[] body) {
    assertThatExceptionOfType(MalformedRecord.class).isThrownBy(() -> ReadUpdateHead.read(body));
  }
}
