package io.herald.bot.receive;

import io.herald.bot.access.AuditLog;
import io.herald.bot.command.AnswerUpdate;
import io.herald.bot.command.Reaction;
import io.herald.bot.update.ReadUpdate;
import io.herald.bot.update.Update;
import io.herald.model.topic.RecordHeaders;
import io.herald.runtime.config.Bots;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.runtime.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes an update, has it answered, and completes when every reply is durable. Kafka is gone: the
 * record fails and is handled again, with the same ids, until its replies are taken.
 */
final class ReceiveUpdates implements RecordHandler {

  private static final Logger log = LoggerFactory.getLogger(ReceiveUpdates.class);

  private static final Predicate<String> MILLIS = Pattern.compile("[0-9]{1,15}").asMatchPredicate();

  private final AnswerUpdate answerUpdate;
  private final AuditLog auditLog;
  private final WelcomeBack welcomeBack;
  private final PublishRecord publish;
  private final BotMetrics metrics;

  ReceiveUpdates(
      AnswerUpdate answerUpdate,
      AuditLog auditLog,
      WelcomeBack welcomeBack,
      PublishRecord publish,
      BotMetrics metrics) {
    this.answerUpdate = answerUpdate;
    this.auditLog = auditLog;
    this.welcomeBack = welcomeBack;
    this.publish = publish;
    this.metrics = metrics;
  }

  @Override
  public Mono<Void> handle(Received received) {
    long started = System.nanoTime();
    Update update =
        ReadUpdate.read(
            received.value(),
            received.header(RecordHeaders.BOT).orElse(Bots.MAIN),
            receivedAt(received));
    // Before the reply, which would not be sent to a contact who counts as gone.
    return welcomeBack
        .restore(update)
        .then(Mono.defer(() -> answerUpdate.answer(update)))
        .flatMap(reaction -> reply(update, reaction, received.trace(), started));
  }

  private Mono<Void> reply(Update update, Reaction reaction, Trace trace, long started) {
    if (reaction.verdict() == Reaction.Verdict.REFUSED) {
      trace.log(() -> auditLog.refused(update, reaction.subject()));
    }
    return publish(WriteReplies.write(update, reaction), trace)
        .doOnSuccess(_ -> handled(update, reaction, trace, started));
  }

  private Mono<Void> publish(List<ProducerRecord<byte[], byte[]>> records, Trace trace) {
    records.forEach(record -> trace.writeTo(record.headers()));
    // One after the other: a later reply must not become durable without the earlier.
    return records.size() == 1
        ? publish.publish(records.getFirst())
        : Flux.fromIterable(records).concatMap(publish::publish).then();
  }

  private void handled(Update update, Reaction reaction, Trace trace, long started) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    metrics.handled(update, reaction, took);
    trace.log(() -> tell(update, reaction, took));
  }

  private static void tell(Update update, Reaction reaction, Duration took) {
    if (reaction.verdict() == Reaction.Verdict.IGNORED) {
      log.debug("Update {} of bot {} ({}): ignored", update.id(), update.bot(), update.kind());
    } else {
      TellCommand.tell(update, reaction, took);
    }
  }

  /** The gateway's time; without it the record's own, which a replay repeats just as well. */
  private static Instant receivedAt(Received received) {
    long millis =
        received
            .header(RecordHeaders.RECEIVED_AT)
            .filter(MILLIS)
            .map(Long::valueOf)
            .orElse(received.record().timestamp());
    return Instant.ofEpochMilli(millis);
  }
}
