package io.herald.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.FakeTelegram;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies as the Bot API and what stands before it write them, each through a whole HTTP call. */
class RecordedAnswersTest {

  private static final TelegramCall CALL =
      new TelegramCall("42", TextContent.plain("Hello"), SendOptions.NONE, null);

  private static final String PAGE =
      """
      <html>\r
      <head><title>%1$s</title></head>\r
      <body>\r
      <center><h1>%1$s</h1></center>\r
      <hr><center>nginx/1.18.0</center>\r
      </body>\r
      </html>\r
      """;

  private FakeTelegram telegram;
  private TelegramConnection connection;

  @BeforeEach
  void open() {
    telegram = new FakeTelegram();
    connection = new TelegramConnection(telegram.address(), 1);
  }

  @AfterEach
  void close() {
    connection.close();
    telegram.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400|Bad Request: chat not found|chat-not-found
          400|Bad Request: PEER_ID_INVALID|chat-not-found
          400|Bad Request: group chat was upgraded to a supergroup chat|chat-gone
          400|Bad Request: group chat was deactivated|chat-gone
          403|Forbidden: bot was blocked by the user|blocked
          403|Forbidden: user is deactivated|deactivated
          403|Forbidden: bot was kicked from the group chat|kicked
          403|Forbidden: bot was kicked from the supergroup chat|kicked
          403|Forbidden: bot was kicked from the channel chat|kicked
          403|Forbidden: bot is not a member of the supergroup chat|not-member
          403|Forbidden: bot is not a member of the channel chat|not-member
          403|Forbidden: bot can't initiate conversation with a user|not-started
          403|Forbidden: the group chat was deleted|chat-gone
          403|Forbidden: bot can't send messages to bots|forbidden
          400|Bad Request: message thread not found|thread-gone
          400|Bad Request: TOPIC_CLOSED|thread-gone
          400|Bad Request: TOPIC_DELETED|thread-gone
          400|Bad Request: can't parse entities: Unclosed start tag at byte offset 7|markup
          400|Bad Request: can't parse MessageEntity: Field "length" must be positive|markup
          400|Bad Request: ENTITY_BOUNDS_INVALID|markup
          400|Bad Request: ENTITIES_TOO_LONG|markup
          400|Bad Request: message is too long|too-long
          400|Bad Request: message caption is too long|too-long
          400|Bad Request: MESSAGE_TOO_LONG|too-long
          400|Bad Request: MEDIA_CAPTION_TOO_LONG|too-long
          400|Bad Request: reply markup is too long|keyboard
          400|Bad Request: BUTTON_DATA_INVALID|keyboard
          400|Bad Request: BUTTON_URL_INVALID|keyboard
          400|Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL|keyboard
          400|Bad Request: PHOTO_INVALID_DIMENSIONS|photo-dimensions
          400|Bad Request: wrong file identifier/HTTP URL specified|media-refused
          400|Bad Request: wrong remote file identifier specified: Wrong padding|media-refused
          400|Bad Request: wrong HTTP URL specified|media-refused
          400|Bad Request: failed to get HTTP URL content|media-refused
          400|Bad Request: wrong type of the web page content|media-refused
          400|Bad Request: can't upload file by URL|media-refused
          400|Bad Request: IMAGE_PROCESS_FAILED|media-refused
          400|Bad Request: PHOTO_SAVE_FILE_INVALID|media-refused
          400|Bad Request: PHOTO_EXT_INVALID|media-refused
          400|Bad Request: file is too big|media-refused
          400|Bad Request: file must be non-empty|media-refused
          400|Bad Request: can't use file of type Document as Photo|media-refused
          400|Bad Request: not enough rights to send photos to the chat|media-refused
          413|Request Entity Too Large|media-refused
          400|Bad Request: message is not modified: specified new message content and reply markup are|delivered
          400|Bad Request: message to delete not found|delivered
          400|Bad Request: message can't be deleted|rejected
          400|Bad Request: message to edit not found|edit-target-gone
          400|Bad Request: message can't be edited|edit-target-gone
          400|Bad Request: MESSAGE_ID_INVALID|edit-target-gone
          400|Bad Request: there is no text in the message to edit|edit-target-gone
          400|Bad Request: there is no caption in the message to edit|edit-target-gone
          400|Bad Request: query is too old and response timeout expired or query ID is invalid|query-expired
          400|Bad Request: message text is empty|rejected
          400|Bad Request: text must be non-empty|rejected
          400|Bad Request: strings must be encoded in UTF-8|rejected
          400|Bad Request: SOMETHING_OF_THE_FUTURE|rejected
          406|Not Acceptable: TOPIC_CLOSED|thread-gone
          400|Bad Request: not enough rights to send text messages to the chat|not-allowed
          400|Bad Request: need administrator rights in the channel chat|not-allowed
          400|Bad Request: CHAT_WRITE_FORBIDDEN|not-allowed
          400|Logged out|unauthorized
          401|Unauthorized|unauthorized
          404|Not Found|unauthorized
          409|Conflict: terminated by other getUpdates request|conflict
          420|FLOOD_WAIT_31|rate-limited
          429|Too Many Requests: retry after 31|rate-limited
          500|Internal Server Error: restart|unavailable
          500|Internal Server Error: sent message is null|unavailable
          502|Bad Gateway|unavailable
          504|Gateway Timeout|unavailable
          """)
  void everyRefusalHasItsWord(int status, String description, String word) {
    telegram.answers(status, refusal(status, description));

    assertThat(deliver().word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "301, 301 Moved Permanently, unavailable",
    "401, 401 Authorization Required, unauthorized",
    "404, 404 Not Found, unauthorized",
    "403, 403 Forbidden, unavailable",
    "413, 413 Request Entity Too Large, media-refused",
    "429, 429 Too Many Requests, rate-limited",
    "500, 500 Internal Server Error, unavailable",
    "502, 502 Bad Gateway, unavailable",
    "503, 503 Service Temporarily Unavailable, unavailable",
    "504, 504 Gateway Time-out, unavailable",
    "200, Sign in to the network, unknown"
  })
  void aPageIsJudgedByItsStatus(int status, String title, String word) {
    telegram.answersPage(status, PAGE.formatted(title));

    assertThat(deliver().word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"200, unknown", "400, unavailable", "429, rate-limited", "502, unavailable"})
  void anEmptyBodyIsJudgedByItsStatus(int status, String word) {
    telegram.answers(status, "");

    assertThat(deliver().word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"200, unknown", "400, unavailable", "500, unavailable"})
  void jsonThatEndsTooEarlyIsJudgedByItsStatus(int status, String word) {
    telegram.answers(status, "{\"ok\":true,\"result\":{\"message_id\":7,\"te");

    assertThat(deliver().word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"200, unknown", "429, rate-limited", "500, unavailable", "502, unavailable"})
  void aBodyThatIsCutIsJudgedByItsStatus(int status, String word) {
    telegram.answers(status, refusal(status, "cut")).cutShortBy(10);

    assertThat(deliver().word()).isEqualTo(word);
  }

  @Test
  void aCutRefusalStillWaitsAsTheHeaderSays() {
    telegram.withRetryAfter("9").answers(429, "{\"ok\":fal").cutShortBy(10);

    assertThat(deliver()).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(9)));
  }

  @Test
  void anEndlessPageIsJudgedByItsStatus() {
    telegram.answersPage(502, "x".repeat(3 << 20));

    assertThat(deliver()).isEqualTo(new Outcome.Retryable("HTTP 502"));
  }

  @Test
  void aLongDescriptionIsCut() {
    telegram.answers(400, refusal(400, "Bad Request: " + "y".repeat(100_000)));

    assertThat(deliver())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, it -> assertThat(it.reason()).hasSizeLessThan(600));
  }

  @Test
  void readsCompressedAnswers() {
    telegram.answersCompressed(200, "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1}}");
    assertThat(deliver()).isEqualTo(new Outcome.Delivered(77L));

    telegram.answersCompressed(403, refusal(403, "Forbidden: bot was blocked by the user"));
    assertThat(deliver().word()).isEqualTo("blocked");
  }

  @Test
  void aBrokenCompressionOfASuccessIsUnknown() {
    telegram.answersCompressed(200, "{\"ok\":true,\"result\":true}").cutShortBy(100);

    assertThat(deliver().word()).isEqualTo("unknown");
  }

  @Test
  void refusesWhatIsNotOkWhateverTheStatusSays() {
    telegram.answers(200, refusal(403, "Forbidden: bot was blocked by the user"));

    assertThat(deliver().word()).isEqualTo("blocked");
  }

  private Outcome deliver() {
    return new TelegramBotsClient(connection, "123456:AbC-dEf_gHi")
        .deliver(CALL)
        .block(Duration.ofMinutes(1));
  }

  private static String refusal(int code, String description) {
    return "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
        .formatted(code, description.replace("\"", "\\\""));
  }
}
