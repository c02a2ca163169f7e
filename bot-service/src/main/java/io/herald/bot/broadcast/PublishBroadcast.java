package io.herald.bot.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.command.SignButtons;
import io.herald.model.control.NotificationControl;
import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.Part;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.model.notification.ActionButton;
import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Publishes what makes up a broadcast. Kafka is gone: fails with its error, and may be repeated.
 */
final class PublishBroadcast {

  private static final Duration WORTH_SENDING = Duration.ofDays(1);
  private static final String SOURCE = "herald-bot";

  private final PublishRecord publish;
  private final SignButtons sign;

  PublishBroadcast(PublishRecord publish, SignButtons sign) {
    this.publish = publish;
    this.sign = sign;
  }

  /** Shows the text to its author as everybody will get it: it goes the same way. */
  Mono<Void> preview(NotificationControl.Board board, String text, List<Button> buttons) {
    return notify(
        request(
            "preview:" + board.replaceKey() + ':' + board.bot(),
            "broadcast.preview",
            Recipient.chat(board.chat()),
            Lane.INTERACTIVE,
            text,
            board,
            List.of(signed(board, buttons))));
  }

  private List<ActionButton> signed(NotificationControl.Board board, List<Button> buttons) {
    var content = new TextContent("", List.of(), List.of(buttons));
    var signed = (TextContent) sign.sign(board.bot(), board.chat(), content);
    return signed.keyboard().getFirst().stream()
        .map(it -> new ActionButton(it.text(), null, it.callbackData()))
        .toList();
  }

  /** Sends the text to everybody who has linked. */
  Mono<Void> broadcast(Round round, String text) {
    return notify(
        request(
            round.notification(),
            Round.NAME,
            Recipient.audience(Recipient.LINKED),
            Lane.BULK,
            text,
            null,
            List.of()));
  }

  private Mono<Void> notify(NotificationRequested request) {
    return publish(Topics.NOTIFICATIONS, request.key(), Json.write(request));
  }

  private static NotificationRequested request(
      String id,
      String kind,
      Recipient to,
      Lane lane,
      String text,
      NotificationControl.@Nullable Board board,
      List<List<ActionButton>> buttons) {
    return new NotificationDraft(id, SOURCE, kind, to)
        .priority(lane)
        .title(board == null ? null : "Preview. Send this to everybody who has linked?")
        .text(text, TextMarkup.MARKDOWN)
        .buttons(buttons)
        .thread(board == null ? null : board.thread())
        .replaceKey(board == null ? null : board.replaceKey())
        .written();
  }

  Mono<Void> control(NotificationControl control) {
    return publish(Topics.CONTROLS, control.notification(), Json.write(control));
  }

  /**
   * Puts that in the place of the board's message.
   *
   * @param id the same for the same text: it is sent once
   */
  Mono<Void> edit(NotificationControl.Board board, String id, TextContent text, Instant now) {
    var message =
        new OutboundMessage(
            OutboundMessage.SCHEMA_VERSION,
            id,
            board.bot(),
            board.chat(),
            sign.sign(board.bot(), board.chat(), text),
            now,
            now.plus(WORTH_SENDING),
            OnUnknown.RESEND,
            null,
            Part.ONLY,
            board.replaceKey(),
            new SendOptions(board.thread(), false, false),
            null);
    return publish(Topics.OUTBOUND_INTERACTIVE, message.key(), Json.write(message));
  }

  private Mono<Void> publish(String topic, String key, byte[] value) {
    return publish.publish(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
  }
}
