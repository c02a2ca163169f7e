package io.herald.system.wayout;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Content;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.ChatMessage;
import io.herald.system.emulator.ChatMessage.Formatting;
import io.herald.system.emulator.Emulator;
import io.herald.system.stack.OwnStack;
import io.herald.system.stack.Pace;
import io.herald.system.stack.People;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import io.herald.system.stack.WayOut;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each kind of content, published as any service does, as the chat shows it. */
@Tag("prove")
@OwnStack
class EveryContentGoesOutIT {

  private static final AtomicInteger IDS = new AtomicInteger();

  private static WayOut wayOut;
  private static Publish publish;

  private final long chat = wayOut.emulator().welcome(People.stranger(), "Ann");

  @BeforeAll
  static void start() {
    wayOut = WayOut.start("out-contents", Pace.FREE);
    publish = new Publish(wayOut.broker().bootstrapServers());
  }

  @AfterAll
  static void end() {
    publish.close();
    wayOut.close();
  }

  @Test
  void aFormattedTextWithAButton() {
    var text =
        new TextContent(
            "Disk \uD83D\uDCBE full, see here",
            List.of(
                Entity.of("bold", 0, 4),
                new Entity("text_link", 18, 4, "https://example.org/disk", null)),
            List.of(List.of(Button.callback("Seen", "seen:1"))));

    OutboundMessage message = publish(Lane.INTERACTIVE, text);

    ChatMessage shown = only();
    assertThat(shown.words()).isEqualTo("Disk \uD83D\uDCBE full, see here");
    assertThat(shown.entities())
        .containsExactly(
            new Formatting("bold", 0, 4, null),
            new Formatting("text_link", 18, 4, "https://example.org/disk"));
    assertThat(shown.buttons()).containsExactly("Seen");
    assertSent(message, shown);
  }

  @Test
  void aPictureWithAFormattedCaption() throws IOException {
    var caption = List.of(Entity.of("italic", 0, 4));
    var photo =
        new PhotoContent(Media.bytes(picture(), "load.png"), "Load today", caption, List.of());

    OutboundMessage message = publish(Lane.STANDARD, photo);

    ChatMessage shown = only();
    assertThat(shown.photo().getLast().width()).isEqualTo(40);
    assertThat(shown.caption()).isEqualTo("Load today");
    assertThat(shown.captionEntities()).containsExactly(new Formatting("italic", 0, 4, null));
    assertSent(message, shown);
  }

  @Test
  void aFile() {
    byte[] bytes = "time,load\n".getBytes(StandardCharsets.UTF_8);
    var file =
        new DocumentContent(Media.bytes(bytes, "load.csv"), "All of it", List.of(), List.of());

    OutboundMessage message = publish(Lane.BULK, file);

    ChatMessage shown = only();
    assertThat(shown.document().fileName()).isEqualTo("load.csv");
    assertThat(shown.caption()).isEqualTo("All of it");
    assertSent(message, shown);
  }

  @Test
  void aNewerVersionChangesTheMessageAndADeletionTakesItAway() {
    publish(Lane.STANDARD, TextContent.plain("10 %"), "progress");
    ChatMessage first = only();

    OutboundMessage newer = publish(Lane.STANDARD, TextContent.plain("90 %"), "progress");
    Waiting.until("the message is changed", () -> only().words().equals("90 %"));
    assertThat(only().messageId()).isEqualTo(first.messageId());
    assertThat(only().edits()).isEqualTo(1);
    assertSent(newer, first);

    OutboundMessage deletion = publish(Lane.STANDARD, Deletion.OF_REPLACE_KEY, "progress");
    Waiting.until("the message is gone", () -> wayOut.emulator().replies(chat).isEmpty());
    assertThat(end(deletion).status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void thePressOfAButtonIsAnswered() {
    var buttons = List.of(List.of(Button.callback("Seen", "seen:1")));
    publish(Lane.BULK, new TextContent("Did you see it?", List.of(), buttons));
    Emulator.Pressed pressed = wayOut.emulator().press(chat, only(), "Seen");

    var answer = new CallbackAnswer(pressed.callbackQueryId(), "Thank you", true);
    OutboundMessage message = publish(Lane.INTERACTIVE, answer);

    Waiting.until("the press is answered", () -> wayOut.emulator().callback(pressed).answered());
    assertThat(wayOut.emulator().callback(pressed).text()).isEqualTo("Thank you");
    assertThat(wayOut.emulator().callback(pressed).showAlert()).isTrue();
    assertThat(end(message).status()).isEqualTo(DeliveryStatus.SENT);
  }

  private OutboundMessage publish(Lane lane, Content content) {
    return publish(lane, content, null);
  }

  private OutboundMessage publish(Lane lane, Content content, @Nullable String replaceKey) {
    Instant now = Instant.now();
    OutboundMessage message =
        new OutboundMessage(
            OutboundMessage.SCHEMA_VERSION,
            "content:" + chat + ':' + IDS.incrementAndGet(),
            "main",
            String.valueOf(chat),
            content,
            now,
            now.plus(Duration.ofMinutes(5)),
            OnUnknown.RESEND);
    publish.now(lane, replaceKey == null ? message : message.withReplaceKey(replaceKey));
    return message;
  }

  /** The one message that the chat shows. */
  private ChatMessage only() {
    Emulator emulator = wayOut.emulator();
    Waiting.until("the chat shows a message", () -> !emulator.replies(chat).isEmpty());
    assertThat(emulator.replies(chat)).hasSize(1);
    return emulator.replies(chat).getFirst();
  }

  private static void assertSent(OutboundMessage message, ChatMessage shown) {
    DeliveryEvent end = end(message);
    assertThat(end.status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(end.chat()).isEqualTo(message.chat());
    assertThat(end.messageIds()).containsExactly((long) shown.messageId());
    assertThat(end.errorClass()).isNull();
    assertThat(end.latencyMs()).isBetween(0L, 30_000L);
  }

  private static DeliveryEvent end(OutboundMessage message) {
    Waiting.until("the end is told", () -> !ends(message).isEmpty());
    return ends(message).getLast();
  }

  private static List<DeliveryEvent> ends(OutboundMessage message) {
    return Topic.read(wayOut.broker().bootstrapServers(), Topics.DELIVERIES).stream()
        .map(record -> Json.read(record.value(), DeliveryEvent.class))
        .filter(event -> event.messageId().equals(message.id()) && event.status().isFinal())
        .toList();
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }
}
