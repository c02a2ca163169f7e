package io.herald.system.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.ladder.Downgrade;
import io.herald.telegram.ladder.Lower;
import io.herald.telegram.outcome.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is refused arrives in another form, and whole. */
class LadderIT {

  private static final List<List<Button>> KEYBOARD = List.of(List.of(Button.callback("Go", "go")));

  private static LoneEmulator emulator;
  private static Outbox outbox;

  private final Downgrade downgrade = new Downgrade();
  private final long chat = emulator.person();

  @BeforeAll
  static void start() {
    emulator = LoneEmulator.start();
    outbox = new Outbox(emulator, LoneEmulator.TOKEN);
  }

  @AfterAll
  static void stop() {
    outbox.close();
    emulator.close();
  }

  @Test
  void aLongTextArrivesInParts() {
    var text = new TextContent("A sentence of words. ".repeat(900), List.of(), KEYBOARD);

    assertThat(deliver(text)).containsExactly(Downgrade.SPLIT);
    assertThat(said()).isEqualTo(visible(text.text()));
    assertThat(emulator.messages(chat)).hasSize(5);
    assertThat(withButtons()).containsExactly(4);
  }

  @Test
  void aVeryLongTextArrivesAsAFile() {
    var text = new TextContent("A sentence of words. ".repeat(9000), List.of(), KEYBOARD);

    assertThat(deliver(text)).containsExactly(Downgrade.AS_DOCUMENT);
    JsonNode message = emulator.messages(chat).get(0);
    String file = message.path("document").path("file_id").asString();
    assertThat(new String(emulator.bytes("/control/files/" + file), UTF_8)).isEqualTo(text.text());
    assertThat(message.path("caption").asString()).startsWith("A sentence of words.").endsWith("…");
    assertThat(withButtons()).containsExactly(0);
  }

  @Test
  void aLongCaptionGoesOnBelowAPictureThatIsNoPicture() {
    var media = Media.bytes("not a picture".getBytes(UTF_8), "a.png");
    var photo = new PhotoContent(media, "Some words. ".repeat(200), List.of(), KEYBOARD);

    assertThat(deliver(photo)).containsExactly(Downgrade.SPLIT, Downgrade.PHOTO_AS_DOCUMENT);
    assertThat(said()).isEqualTo(visible(photo.caption()));
    assertThat(emulator.messages(chat).get(0).path("document").isObject()).isTrue();
    assertThat(withButtons()).containsExactly(1);
  }

  @Test
  void aPictureThatCannotBeFetchedIsLinkedTo() {
    var media = Media.url("http://localhost:9/a.png");

    assertThat(deliver(new PhotoContent(media, "Look", List.of(), KEYBOARD)))
        .containsExactly(Downgrade.TEXT_WITHOUT_MEDIA);
    assertThat(emulator.said(chat)).containsExactly("Look\n\nhttp://localhost:9/a.png");
  }

  @Test
  void wrongFormattingAndWrongButtonsDoNotStopTheText() {
    var sparkling = List.of(Entity.of("sparkling", 0, 2));
    var wrong = List.of(List.of(Button.callback("Go", "x".repeat(65))));

    assertThat(deliver(new TextContent("Hello", sparkling, wrong)))
        .containsExactlyInAnyOrder(Downgrade.PLAIN_TEXT, Downgrade.WITHOUT_KEYBOARD);
    assertThat(emulator.said(chat)).containsExactly("Hello");
  }

  @Test
  void aTopicThatIsGoneDoesNotStopTheText() {
    long forum = emulator.group(Map.of("is_forum", true));
    var options = new SendOptions(4711, false, false);
    var text = TextContent.plain("Hello");

    assertThat(deliver(new TelegramCall(Long.toString(forum), text, options, null)))
        .containsExactly(Downgrade.WITHOUT_THREAD);
    assertThat(emulator.said(forum)).containsExactly("Hello");
  }

  @Test
  void aLongEditEditsAndGoesOn() {
    long id = outbox.sent(chat, TextContent.plain("first"));
    var text = TextContent.plain("A sentence of words. ".repeat(300));

    assertThat(deliver(new TelegramCall(Long.toString(chat), text, SendOptions.NONE, id)))
        .containsExactly(Downgrade.SPLIT);
    assertThat(said()).isEqualTo(visible(text.text()));
    assertThat(emulator.messages(chat).get(0).path("message_id").longValue()).isEqualTo(id);
  }

  @Test
  void anEditWithoutItsTargetIsANewMessage() {
    var text = TextContent.plain("Hello");

    assertThat(deliver(new TelegramCall(Long.toString(chat), text, SendOptions.NONE, 1L << 30)))
        .containsExactly(Downgrade.NEW_MESSAGE);
    assertThat(emulator.said(chat)).containsExactly("Hello");
  }

  private List<String> deliver(Content content) {
    return deliver(new TelegramCall(Long.toString(chat), content, SendOptions.NONE, null));
  }

  /** Delivers the call, down the ladder as far as it takes; gives the steps. */
  private List<String> deliver(TelegramCall call) {
    List<String> steps = new ArrayList<>();
    Deque<TelegramCall> waiting = new ArrayDeque<>(List.of(call));
    while (!waiting.isEmpty()) {
      TelegramCall next = waiting.pop();
      Outcome outcome = outbox.deliver(next);
      if (outcome instanceof Outcome.Rejected rejected) {
        Lower lower = downgrade.next(next, rejected.kind()).orElseThrow();
        steps.add(lower.step());
        lower.calls().reversed().forEach(waiting::push);
      } else {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
      }
    }
    return steps;
  }

  private String said() {
    return visible(String.join("", emulator.said(chat)));
  }

  private static String visible(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Places of the messages that have buttons. */
  private List<Integer> withButtons() {
    List<Integer> places = new ArrayList<>();
    JsonNode messages = emulator.messages(chat);
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).has("reply_markup")) {
        places.add(i);
      }
    }
    return places;
  }
}
