package io.herald.bot.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.command.Press;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.progress.BeginProgress;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobIds;
import io.herald.model.job.JobOwner;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.job.JobType;
import io.herald.runtime.kafka.PublishRecord;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/**
 * Asks the scheduler for what people want of jobs. The same update is the same job, however often
 * it is handled.
 *
 * <p>Kafka is gone: it fails with Kafka's error, and the update waits.
 */
final class SubmitJob {

  private final BeginProgress progress;
  private final PublishRecord publish;

  SubmitJob(BeginProgress progress, PublishRecord publish) {
    this.progress = progress;
    this.publish = publish;
  }

  /** Has it done; the message that tells of it is the answer. */
  Mono<List<Reply>> submit(Request request, JobType type, String argument) {
    JobOwner owner = owner(request.update(), request.chat(), request.person());
    return submit(request.update(), owner, type, argument).thenReturn(List.of());
  }

  /** Has a script run whose button was pressed. */
  Mono<Void> submit(Press press, JobType type) {
    return submit(press.update(), owner(press.update(), press.chat(), press.person()), type, "");
  }

  private Mono<Void> submit(Update update, JobOwner owner, JobType type, String argument) {
    JobCommand job =
        JobCommand.submit(
            JobIds.of(update.cause()), type.name(), argument, owner, update.receivedAt());
    return progress.tell(job).then(publish(job));
  }

  /** Has it ended; nothing happens to one that has ended already. */
  Mono<Void> cancel(String job, Update update, Chat chat, Person person) {
    return publish(JobCommand.cancel(job, owner(update, chat, person), update.receivedAt()));
  }

  private static JobOwner owner(Update update, Chat chat, Person person) {
    return new JobOwner(update.bot(), String.valueOf(chat.id()), chat.thread(), person.id());
  }

  private Mono<Void> publish(JobCommand job) {
    return Mono.defer(() ->
        publish.publish(
            new ProducerRecord<>(Topics.JOBS, job.id().getBytes(UTF_8), Json.write(job))));
  }
}
