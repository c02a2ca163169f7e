package io.herald.bot.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.command.Reaction;
import io.herald.bot.command.Reply;
import io.herald.bot.update.Update;
import io.herald.model.command.ExternalCommand;
import io.herald.model.json.Json;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Content;
import io.herald.model.message.MessageIds;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.Part;
import io.herald.model.message.SendOptions;
import io.herald.model.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns a reaction into records whose every field follows from the update. */
final class WriteReplies {

  private static final Duration WORTH_SENDING = Duration.ofDays(1);
  // Telegram drops an unanswered callback query after this time.
  private static final Duration QUERY_LIVES = Duration.ofSeconds(150);

  private WriteReplies() {}

  static List<ProducerRecord<byte[], byte[]>> write(Update update, Reaction reaction) {
    var replies =
        IntStream.range(0, reaction.replies().size())
            .mapToObj(index -> message(update, reaction, index))
            .map(it -> record(Topics.OUTBOUND_INTERACTIVE, it.key(), it));
    return Stream.concat(replies, Stream.ofNullable(reaction.external()).map(WriteReplies::command))
        .toList();
  }

  private static ProducerRecord<byte[], byte[]> command(ExternalCommand command) {
    return record(Topics.COMMANDS, command.chat(), command);
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, Object value) {
    return new ProducerRecord<>(topic, key.getBytes(UTF_8), Json.write(value));
  }

  private static OutboundMessage message(Update update, Reaction reaction, int index) {
    Reply reply = reaction.replies().get(index);
    Content content = reply.content();
    boolean answer = content instanceof CallbackAnswer;
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        MessageIds.reply(update.bot(), update.id(), index),
        update.bot(),
        String.valueOf(reaction.chat().id()),
        content,
        update.receivedAt(),
        update.receivedAt().plus(answer ? QUERY_LIVES : WORTH_SENDING),
        OnUnknown.RESEND,
        null,
        Part.ONLY,
        reply.replaceKey(),
        new SendOptions(reaction.chat().thread(), false, false),
        null);
  }
}
