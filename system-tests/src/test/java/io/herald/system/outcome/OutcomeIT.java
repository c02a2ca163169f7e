package io.herald.system.outcome;

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
import io.herald.telegram.outcome.Outcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of call, and every way to be refused that the emulator knows. */
class OutcomeIT {

  private static final Content HELLO = TextContent.plain("Hello");
  private static final List<List<Button>> KEYBOARD = List.of(List.of(Button.callback("Go", "go")));

  private static LoneEmulator emulator;
  private static Outbox outbox;
  private static CapturedLog log;

  @BeforeAll
  static void start() {
    log = CapturedLog.start();
    emulator = LoneEmulator.start();
    outbox = new Outbox(emulator, LoneEmulator.TOKEN);
  }

  @AfterAll
  static void stop() {
    outbox.close();
    emulator.close();
    log.close();
    assertThat(log.text()).doesNotContain(secretOf(LoneEmulator.TOKEN));
  }

  @AfterEach
  void clearFaults() {
    emulator.clearFaults();
  }

  @Test
  void sendsEditsAndDeletesText() {
    long chat = emulator.person();
    var text = new TextContent("Hello", List.of(Entity.of("bold", 0, 5)), KEYBOARD);
    long id = outbox.sent(chat, text);

    assertThat(outbox.edit(chat, id, TextContent.plain("Bye"))).isEqualTo(done(id));
    assertThat(emulator.said(chat)).containsExactly("Bye");
    assertThat(outbox.edit(chat, id, TextContent.plain("Bye")))
        .as("not modified")
        .isEqualTo(done(id));
    assertThat(outbox.edit(chat, id, Deletion.OF_REPLACE_KEY)).isEqualTo(done(null));
    assertThat(emulator.said(chat)).isEmpty();
    assertThat(outbox.send(chat, new Deletion(id))).as("deleted before").isEqualTo(done(null));
    assertThat(outbox.send(chat, Deletion.OF_REPLACE_KEY)).isEqualTo(done(null));
  }

  @Test
  void sendsPicturesAndFilesAndEditsTheirCaptions() {
    long chat = emulator.person();
    Media picture = Media.bytes(picture(40, 30), "a.png");
    long photo = outbox.sent(chat, new PhotoContent(picture, "one", List.of(), KEYBOARD));
    Media file = Media.bytes("content".getBytes(UTF_8), "a.txt");
    long document = outbox.sent(chat, new DocumentContent(file, "", List.of(), List.of()));

    assertThat(outbox.edit(chat, photo, new PhotoContent(picture, "two", List.of(), KEYBOARD)))
        .isEqualTo(done(photo));
    assertThat(outbox.edit(chat, document, new DocumentContent(file, "x", List.of(), List.of())))
        .isEqualTo(done(document));
    assertThat(emulator.said(chat)).containsExactly("two", "x");
    String known = emulator.messages(chat).get(1).path("document").path("file_id").asString();
    assertThat(emulator.bytes("/control/files/" + known)).isEqualTo("content".getBytes(UTF_8));
    outbox.sent(chat, new DocumentContent(Media.fileId(known), "", List.of(), List.of()));
  }

  @Test
  void anEditOfAnotherKindOrOfNothingIsToBeSentAnew() {
    long chat = emulator.person();
    long text = outbox.sent(chat, HELLO);
    Media picture = Media.bytes(picture(40, 30), "a.png");
    long photo = outbox.sent(chat, new PhotoContent(picture, "", List.of(), List.of()));
    long theirs =
        emulator
            .post("/control/messages", Map.of("bot", LoneEmulator.BOT, "user", chat, "text", "x"))
            .path("message")
            .path("message_id")
            .longValue();

    assertWord(outbox.edit(chat, photo, HELLO), "edit-target-gone");
    assertWord(
        outbox.edit(chat, text, new PhotoContent(picture, "x", List.of(), List.of())),
        "edit-target-gone");
    assertWord(outbox.edit(chat, theirs, HELLO), "edit-target-gone");
    assertWord(outbox.edit(chat, 1L << 30, HELLO), "edit-target-gone");
    assertWord(outbox.edit(chat, 0, HELLO), "edit-target-gone");
  }

  @Test
  void answersAPressedButtonOnceAndNotTooMuch() {
    long chat = emulator.person();
    long id = outbox.sent(chat, new TextContent("Press", List.of(), KEYBOARD));
    Map<String, Object> press =
        Map.of("bot", LoneEmulator.BOT, "user", chat, "chat", chat, "message_id", id, "data", "go");
    String query = emulator.post("/control/buttons", press).path("callback_query_id").asString();

    assertWord(outbox.send(chat, new CallbackAnswer(query, "x".repeat(201), true)), "too-long");
    assertThat(outbox.send(chat, new CallbackAnswer(query, "Done", true))).isEqualTo(done(null));
    assertWord(outbox.send(chat, new CallbackAnswer("123", "", false)), "query-expired");
  }

  @Test
  void whoDoesNotWantUsIsSuspended() {
    long chat = emulator.person();
    Map<String, Object> bot = Map.of("bot", LoneEmulator.BOT);
    emulator.post("/control/users/" + chat + "/block", bot);
    assertWord(outbox.send(chat, HELLO), "blocked");
    assertWord(outbox.edit(chat, 1, HELLO), "blocked");
    emulator.post("/control/users/" + chat + "/unblock", bot);
    assertWord(outbox.send(chat, HELLO), "delivered");
    emulator.post("/control/users/" + chat + "/deactivate", Map.of());
    assertWord(outbox.send(chat, HELLO), "deactivated");
    assertWord(outbox.send(emulator.person(Map.of("started", false)), HELLO), "not-started");
    assertWord(outbox.send(999_999_999L, HELLO), "chat-not-found");
  }

  @Test
  void groupsThrowOutMoveAndLoseTheirTopics() {
    Map<String, Object> bot = Map.of("bot", LoneEmulator.BOT);
    long group = emulator.group(Map.of("type", "supergroup"));
    assertWord(outbox.send(group, HELLO), "delivered");
    emulator.post("/control/groups/" + group + "/kick", bot);
    assertWord(outbox.send(group, HELLO), "kicked");

    emulator.post("/control/bots", Map.of("token", "4711:AnOtHeRbOtOfAnOtHeRgRoUp0123456789"));
    long stranger = emulator.group(Map.of("bots", List.of(4711)));
    assertWord(outbox.send(stranger, HELLO), "not-member");

    long old = emulator.group(Map.of("type", "group"));
    String moved =
        emulator
            .post("/control/groups/" + old + "/migrate", Map.of())
            .path("migrate_to_chat_id")
            .asString();
    assertThat(outbox.send(old, HELLO)).isEqualTo(new Outcome.MigratedTo(moved));

    long forum = emulator.group(Map.of("is_forum", true));
    int topic =
        emulator
            .post("/control/groups/" + forum + "/topics", Map.of("name", "Alerts"))
            .path("message_thread_id")
            .intValue();
    assertWord(outbox.call(forum, HELLO, new SendOptions(topic, true, true), null), "delivered");
    assertWord(outbox.call(forum, HELLO, new SendOptions(4711, false, false), null), "thread-gone");
  }

  @Test
  void contentThatCannotBeTakenSaysWhy() {
    long chat = emulator.person();
    assertWord(outbox.send(chat, TextContent.plain("x".repeat(4097))), "too-long");
    assertWord(outbox.send(chat, TextContent.plain("   ")), "rejected");
    var unknown = List.of(Entity.of("sparkling", 0, 2));
    assertWord(outbox.send(chat, new TextContent("Hello", unknown, List.of())), "markup");
    var data = List.of(List.of(Button.callback("Go", "x".repeat(65))));
    assertWord(outbox.send(chat, new TextContent("Hello", List.of(), data)), "keyboard");
    var link = List.of(List.of(Button.url("Go", "nonsense://")));
    assertWord(outbox.send(chat, new TextContent("Hello", List.of(), link)), "keyboard");
  }

  @Test
  void mediaThatCannotBeTakenSayWhy() {
    long chat = emulator.person();
    assertWord(photo(chat, Media.bytes(picture(2100, 100), "wide.png")), "photo-dimensions");
    assertWord(photo(chat, Media.bytes("text".getBytes(UTF_8), "a.png")), "media-refused");
    assertWord(photo(chat, Media.bytes(new byte[0], "a.png")), "media-refused");
    assertWord(photo(chat, Media.bytes(new byte[(10 << 20) + 1], "a.png")), "media-refused");
    assertWord(photo(chat, Media.fileId("AgACnonsense")), "media-refused");
    assertWord(photo(chat, Media.url("http://localhost:9/a.png")), "media-refused");
    var longCaption =
        new PhotoContent(
            Media.bytes(picture(40, 30), "a.png"), "x".repeat(1025), List.of(), List.of());
    assertWord(outbox.send(chat, longCaption), "too-long");
  }

  private static Outcome photo(long chat, Media media) {
    return outbox.send(chat, new PhotoContent(media, "", List.of(), List.of()));
  }

  @Test
  void faultsHaveTheirOutcomes() {
    long chat = emulator.person();
    assertFault(chat, Map.of("kind", "retry_after", "retry_after", 7), "rate-limited");
    assertFault(chat, Map.of("kind", "status", "status", 500), "unavailable");
    assertFault(chat, Map.of("kind", "status", "status", 504), "unavailable");
    assertFault(chat, Map.of("kind", "status", "status", 409), "conflict");
    assertFault(chat, Map.of("kind", "html_502"), "unavailable");
    assertFault(chat, Map.of("kind", "blocked"), "blocked");
    assertFault(chat, Map.of("kind", "deactivated"), "deactivated");
    assertFault(chat, Map.of("kind", "kicked"), "kicked");
    assertFault(chat, Map.of("kind", "chat_not_found"), "chat-not-found");
    assertFault(chat, Map.of("kind", "migrated", "migrate_to_chat_id", -1001), "migrated");
    assertFault(chat, Map.of("kind", "cut_before"), "unknown");
    assertThat(emulator.said(chat)).isEmpty();
    assertFault(chat, Map.of("kind", "cut_after"), "unknown");
    assertThat(emulator.said(chat)).containsExactly("Hello");
  }

  private static void assertFault(long chat, Map<String, Object> fault, String word) {
    emulator.fault(fault);
    assertThat(outbox.send(chat, HELLO).word()).as("%s", fault).isEqualTo(word);
  }

  @Test
  void realLimitsTellHowLongToWait() {
    long chat = emulator.person();
    emulator.limit(Map.of("chat", "1/m", "chat_burst", 1));
    try {
      assertWord(outbox.send(chat, HELLO), "delivered");
      assertThat(outbox.send(chat, HELLO))
          .isInstanceOfSatisfying(
              Outcome.RetryAfter.class,
              it ->
                  assertThat(it.pause()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61)));
    } finally {
      emulator.liftLimits();
    }
  }

  @Test
  void aTokenThatNobodyKnowsStopsTheBot() {
    long chat = emulator.person();
    for (String token : List.of("700100300:WrOnGtOkEnNeVeRlOgGeDaNyWhErExxxxxx", "nonsense")) {
      try (var stranger = new Outbox(emulator, token)) {
        Outcome outcome = stranger.send(chat, HELLO);
        assertThat(outcome.word()).isEqualTo("unauthorized");
        assertThat(outcome.toString()).doesNotContain(token, secretOf(token));
      }
    }
  }

  private static void assertWord(Outcome outcome, String word) {
    assertThat(outcome.word()).as("%s", outcome).isEqualTo(word);
    assertThat(outcome.toString()).doesNotContain(secretOf(LoneEmulator.TOKEN));
  }

  private static String secretOf(String token) {
    return token.substring(token.indexOf(':') + 1);
  }

  private static Outcome done(@Nullable Long id) {
    return new Outcome.Delivered(id);
  }

  private static byte[] picture(int width, int height) {
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
