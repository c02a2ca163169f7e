package io.herald.telegram.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Content;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.FakeTelegram;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which method each call becomes, and what goes along. */
class CallsTest {

  private static final SendOptions ALL_OPTIONS = new SendOptions(5, true, true);
  private static final List<Entity> BOLD = List.of(Entity.of("bold", 0, 2));
  private static final List<List<Button>> KEYBOARD = List.of(List.of(Button.callback("Go", "go")));
  private static final String MESSAGE = "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1}}";

  private FakeTelegram telegram;
  private TelegramConnection connection;

  @BeforeEach
  void open() {
    telegram = new FakeTelegram().answers(200, MESSAGE);
    connection = new TelegramConnection(telegram.address(), 1);
  }

  @AfterEach
  void close() {
    connection.close();
    telegram.close();
  }

  @Test
  void optionsGoAlongWithText() throws Exception {
    deliver(TextContent.plain("Hi"), ALL_OPTIONS, null);

    assertThat(telegram.nextCall().body())
        .contains("\"message_thread_id\":5")
        .contains("\"disable_notification\":true")
        .contains("\"protect_content\":true");
  }

  @Test
  void optionsThatAreNotSetAreNotSent() throws Exception {
    deliver(TextContent.plain("Hi"), SendOptions.NONE, null);

    assertThat(telegram.nextCall().body())
        .doesNotContain("thread", "notification", "protect", "entities", "reply_markup");
  }

  @Test
  void sendsWhatEntitiesCarry() throws Exception {
    var entities =
        List.of(
            new Entity("custom_emoji", 0, 2, null, null, "5368", null, null, null),
            new Entity("text_mention", 3, 2, null, null, null, 42L, null, null));

    deliver(new TextContent("ab cd", entities, List.of()), SendOptions.NONE, null);

    assertThat(telegram.nextCall().body())
        .contains("\"custom_emoji_id\":\"5368\"", "\"user\":{", "\"id\":42");
  }

  @Test
  void sendsAPictureByItsAddress() throws Exception {
    var photo = new PhotoContent(Media.url("https://p.example/a.png"), "Hi", BOLD, KEYBOARD);

    assertThat(deliver(photo, ALL_OPTIONS, null)).isEqualTo(new Outcome.Delivered(77L));

    var call = telegram.nextCall();
    assertThat(call.path()).endsWith("/sendphoto");
    assertThat(field(call, "photo")).isEqualTo("https://p.example/a.png");
    assertThat(field(call, "caption")).isEqualTo("Hi");
    assertThat(field(call, "caption_entities")).contains("\"type\":\"bold\"", "\"length\":2");
    assertThat(field(call, "reply_markup")).contains("\"callback_data\":\"go\"");
    assertThat(field(call, "message_thread_id")).isEqualTo("5");
    assertThat(field(call, "disable_notification")).isEqualTo("true");
    assertThat(field(call, "protect_content")).isEqualTo("true");
  }

  @Test
  void sendsAPictureThatTelegramHas() throws Exception {
    assertThat(deliver(photo(Media.fileId("AgAC-1")), SendOptions.NONE, null))
        .isEqualTo(new Outcome.Delivered(77L));

    var call = telegram.nextCall();
    assertThat(field(call, "photo")).isEqualTo("AgAC-1");
    assertThat(call.body()).doesNotContain("\"caption\"", "reply_markup", "thread");
  }

  @Test
  void uploadsAPicture() throws Exception {
    var content = photo(Media.bytes("picture".getBytes(UTF_8), "a.png"));
    assertThat(deliver(content, SendOptions.NONE, null)).isEqualTo(new Outcome.Delivered(77L));

    assertThat(telegram.nextCall().body())
        .contains("filename=\"a.png\"")
        .contains("\r\n\r\npicture\r\n");
  }

  @Test
  void uploadsADocument() throws Exception {
    var content =
        new DocumentContent(
            Media.bytes("all of it".getBytes(UTF_8), "log.txt"), "Hi", BOLD, KEYBOARD);

    assertThat(deliver(content, ALL_OPTIONS, null)).isEqualTo(new Outcome.Delivered(77L));

    var call = telegram.nextCall();
    assertThat(call.path()).endsWith("/senddocument");
    assertThat(call.body()).contains("filename=\"log.txt\"").contains("\r\n\r\nall of it\r\n");
    assertThat(field(call, "caption")).isEqualTo("Hi");
    assertThat(field(call, "reply_markup")).contains("\"callback_data\":\"go\"");
    assertThat(field(call, "message_thread_id")).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {MESSAGE, "{\"ok\":true,\"result\":true}"})
  void editsTextWhateverTheResultIs(String answer) throws Exception {
    telegram.answers(200, answer);

    assertThat(deliver(new TextContent("Hi", BOLD, KEYBOARD), ALL_OPTIONS, 9L))
        .isEqualTo(new Outcome.Delivered(9L));

    var call = telegram.nextCall();
    assertThat(call.path()).endsWith("/editmessagetext");
    assertThat(call.body())
        .contains("\"message_id\":9", "\"text\":\"Hi\"", "\"type\":\"bold\"", "\"go\"")
        .doesNotContain("thread", "notification", "protect");
  }

  @Test
  void editsTheCaptionOfAPictureAndOfADocument() throws Exception {
    deliver(new PhotoContent(Media.fileId("x"), "Hi", BOLD, KEYBOARD), SendOptions.NONE, 9L);
    assertCaptionEdited(telegram.nextCall());

    deliver(new DocumentContent(Media.fileId("x"), "Hi", BOLD, KEYBOARD), SendOptions.NONE, 9L);
    assertCaptionEdited(telegram.nextCall());
  }

  @Test
  void anEditMayTakeTheCaptionAway() throws Exception {
    assertThat(deliver(photo(Media.fileId("x")), SendOptions.NONE, 9L))
        .isEqualTo(new Outcome.Delivered(9L));
    assertThat(telegram.nextCall().body()).contains("\"caption\":\"\"");
  }

  private static void assertCaptionEdited(FakeTelegram.Call call) {
    assertThat(call.path()).endsWith("/editmessagecaption");
    assertThat(call.body())
        .contains("\"message_id\":9", "\"caption\":\"Hi\"", "\"caption_entities\"", "\"go\"");
  }

  @Test
  void anEditThatChangesNothingIsDone() {
    refuses("message is not modified: specified new message content and reply markup are");

    assertThat(deliver(TextContent.plain("Hi"), SendOptions.NONE, 9L))
        .isEqualTo(new Outcome.Delivered(9L));
  }

  @Test
  void anEditThatFindsNothingIsToBeSentAnew() {
    refuses("message to edit not found");

    assertThat(deliver(TextContent.plain("Hi"), SendOptions.NONE, 9L))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            it -> assertThat(it.kind()).isEqualTo(Rejection.EDIT_TARGET_GONE));
  }

  @Test
  void deletesTheNamedMessageBeforeTheTarget() throws Exception {
    telegram.answers(200, "{\"ok\":true,\"result\":true}");

    assertThat(deliver(new Deletion(8L), SendOptions.NONE, 9L))
        .isEqualTo(new Outcome.Delivered(null));
    var named = telegram.nextCall();
    assertThat(named.path()).endsWith("/deleteMessage");
    assertThat(named.body()).contains("\"chat_id\":\"42\"", "\"message_id\":8");

    deliver(Deletion.OF_REPLACE_KEY, SendOptions.NONE, 9L);
    assertThat(telegram.nextCall().body()).contains("\"message_id\":9");
  }

  @Test
  void thereIsNothingToDeleteWhereNothingWasSent() {
    assertThat(deliver(Deletion.OF_REPLACE_KEY, SendOptions.NONE, null))
        .isEqualTo(new Outcome.Delivered(null));
    assertThat(telegram.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message to delete not found",
        "MESSAGE_ID_INVALID",
        "message identifier is not specified"
      })
  void whatIsGoneNeedsNoDeletion(String description) {
    refuses(description);

    assertThat(deliver(new Deletion(8L), SendOptions.NONE, null))
        .isEqualTo(new Outcome.Delivered(null));
  }

  @Test
  void whatMayNotBeDeletedIsRejected() {
    refuses("message can't be deleted");

    assertThat(deliver(new Deletion(8L), SendOptions.NONE, null))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void anIdBeyondTelegramsOwnIsAskedForAndNotFound() throws Exception {
    refuses("message to delete not found");

    assertThat(deliver(new Deletion(1L << 40), SendOptions.NONE, null))
        .isEqualTo(new Outcome.Delivered(null));
    assertThat(telegram.nextCall().body()).contains("\"message_id\":" + Integer.MAX_VALUE);
  }

  @Test
  void answersAPressedButtonWithAnAlert() throws Exception {
    telegram.answers(200, "{\"ok\":true,\"result\":true}");

    assertThat(deliver(new CallbackAnswer("q1", "Done", true), ALL_OPTIONS, null))
        .isEqualTo(new Outcome.Delivered(null));

    assertThat(telegram.nextCall().body())
        .contains("\"callback_query_id\":\"q1\"", "\"text\":\"Done\"", "\"show_alert\":true")
        .doesNotContain("thread");
  }

  private void refuses(String description) {
    telegram.answers(
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + description + "\"}");
  }

  private static PhotoContent photo(Media media) {
    return new PhotoContent(media, "", List.of(), List.of());
  }

  /** The value of a form's field. */
  private static String field(FakeTelegram.Call call, String name) {
    String part = call.body().split("form-data; name=\"" + name + "\"", 2)[1];
    return part.split("\r\n\r\n", 2)[1].split("\r\n--", 2)[0];
  }

  private Outcome deliver(Content content, SendOptions options, @Nullable Long target) {
    return new TelegramBotsClient(connection, "123456:AbC-dEf_gHi")
        .deliver(new TelegramCall("42", content, options, target))
        .block(Duration.ofMinutes(1));
  }
}
