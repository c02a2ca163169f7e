package io.herald.gateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.account.TelegramLink;
import io.herald.model.json.Json;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import io.herald.runtime.kafka.PublishRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Tells a chat what was done to it elsewhere, whatever the person's preferences are: a link or its
 * end must not go unnoticed. Kafka is gone: the chat is not told; what was done stands.
 */
final class TellChat {

  private static final Logger log = LoggerFactory.getLogger(TellChat.class);
  private static final Duration WORTH_SENDING = Duration.ofDays(1);

  private final PublishRecord publish;
  private final Clock clock;

  TellChat(PublishRecord publish, Clock clock) {
    this.publish = publish;
    this.clock = clock;
  }

  /** The chat is linked; never fails. */
  Mono<Void> linked(TelegramLink link) {
    return tell(
        link,
        "linked",
        "✅ This chat is linked now. You will get your notifications here; /settings changes"
            + " what comes, /unlink ends it.");
  }

  /** The chat is not linked any more; never fails. */
  Mono<Void> unlinked(TelegramLink link) {
    return tell(
        link,
        "unlinked",
        "This chat is not linked any more, and gets no further notifications. /start gives you a"
            + " code to link it again.");
  }

  private Mono<Void> tell(TelegramLink link, String what, String text) {
    Instant now = clock.instant();
    var message =
        new OutboundMessage(
            OutboundMessage.SCHEMA_VERSION,
            "account:" + link.bot() + ':' + link.chat() + ':' + what + ':' + link.linkedAt(),
            link.bot(),
            link.chat(),
            TextContent.plain(text),
            now,
            now.plus(WORTH_SENDING),
            OnUnknown.RESEND);
    byte[] key = message.key().getBytes(UTF_8);
    return publish
        .publish(new ProducerRecord<>(Lane.INTERACTIVE.topic(), key, Json.write(message)))
        .doOnError(error -> log.warn("{} is not told, because Kafka is away", message.id()))
        .onErrorComplete();
  }
}
