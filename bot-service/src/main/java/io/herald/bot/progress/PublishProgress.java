package io.herald.bot.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.command.SignButtons;
import io.herald.model.job.JobEvent;
import io.herald.model.json.Json;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.Part;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/** Publishes a job's message; all versions of it take the place of the one before. */
final class PublishProgress {

  private static final Duration WORTH_SENDING = Duration.ofDays(1);

  private final ShowJob show;
  private final SignButtons sign;
  private final PublishRecord publish;

  PublishProgress(ShowJob show, SignButtons sign, PublishRecord publish) {
    this.show = show;
    this.sign = sign;
    this.publish = publish;
  }

  /** Completes when it is durable; fails with Kafka's error. */
  Mono<Void> publish(News news) {
    return Mono.defer(() -> publish.publish(record(news)));
  }

  private ProducerRecord<byte[], byte[]> record(News news) {
    OutboundMessage message = message(news);
    var record =
        new ProducerRecord<>(
            Topics.OUTBOUND_INTERACTIVE, message.key().getBytes(UTF_8), Json.write(message));
    if (news.trace() != null) {
      news.trace().writeTo(record.headers());
    }
    return record;
  }

  private OutboundMessage message(News news) {
    JobEvent event = news.event();
    TextContent text = show.text(event);
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        id(event, text),
        news.owner().bot(),
        news.owner().chat(),
        sign.sign(news.owner().bot(), news.owner().chat(), text),
        event.at(),
        event.at().plus(WORTH_SENDING),
        OnUnknown.RESEND,
        null,
        Part.ONLY,
        "job:" + event.id(),
        new SendOptions(news.owner().thread(), false, false),
        null);
  }

  // What was told once is not told again, however often its event comes.
  private static String id(JobEvent event, TextContent text) {
    UUID told = UUID.nameUUIDFromBytes(Json.write(text));
    return "job:%s:%d:%s:%s".formatted(event.id(), event.attempt(), event.state(), told);
  }
}
