package io.herald.scheduler.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.Topics;
import io.herald.runtime.blob.Blobs;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.scheduler.type.Notifying;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/**
 * Tells the owner of a job by a notification, or the admins where it has none: what a script found,
 * and that a job of a schedule has failed; each once in a cooldown. The notification's id comes
 * from the job's, so telling it again is the same one.
 *
 * <p>Kafka is gone: fails, and the job does not end before it was told. Redis is gone: there are no
 * cooldowns.
 */
public final class TellOwner {

  // Held while it is being told: what is cut off then is not quiet for a whole cooldown.
  private static final Duration WHILE_TELLING = Duration.ofMinutes(1);

  private final Cooldowns cooldowns;
  private final Blobs blobs;
  private final PublishRecord publish;
  private final WriteNotification write;
  private final Duration failures;

  /**
   * Wires it.
   *
   * @param failures how long the owner is spared after a failure
   */
  TellOwner(
      Cooldowns cooldowns,
      Blobs blobs,
      PublishRecord publish,
      WriteNotification write,
      Duration failures) {
    this.cooldowns = cooldowns;
    this.blobs = blobs;
    this.publish = publish;
    this.write = write;
    this.failures = failures;
  }

  /** Tells what a script has to say, if so; answers in a few words what became of it. */
  public Mono<String> tell(JobCommand job, Notifying notifying, Answer answer) {
    if (!answer.output().notifies()) {
      return Mono.just("Nothing to tell");
    }
    if (write.to(job).isEmpty()) {
      return Mono.just("Something to tell, and nobody to tell it to");
    }
    Duration cooldown = Lengths.of(answer.output().cooldown(), notifying.cooldown());
    Mono<Void> telling = blob(answer).flatMap(id -> publish(job, notifying, answer, id));
    return once(job, "told", cooldown, telling)
        .map(
            quiet -> quiet.isZero() ? "Notified" : "Held back for another " + Lengths.words(quiet));
  }

  /**
   * Tells of a failure, where nothing else does: a job that somebody wants shows it in the chat.
   */
  public Mono<Void> failed(JobEvent event) {
    JobCommand job = event.job();
    return job.schedule() == null || write.to(job).isEmpty()
        ? Mono.empty()
        : once(job, "failed", failures, publish(write.failed(event))).then();
  }

  /** How long it is still quiet; zero: it was told now. */
  private Mono<Duration> once(JobCommand job, String about, Duration length, Mono<Void> telling) {
    Duration meanwhile = length.isZero() ? length : WHILE_TELLING;
    Mono<Duration> told =
        telling
            .then(Mono.defer(() -> cooldowns.claim(job, about, length)))
            .thenReturn(Duration.ZERO);
    return cooldowns
        .claim(job, about, meanwhile)
        .flatMap(quiet -> quiet.isZero() ? told : Mono.just(quiet));
  }

  /** The id under which its picture is kept; an empty text: it has none. */
  private Mono<String> blob(Answer answer) {
    return answer.image() == null ? Mono.just("") : blobs.store(answer.image());
  }

  private Mono<Void> publish(JobCommand job, Notifying notifying, Answer answer, String image) {
    return publish(write.of(job, notifying, answer.output(), image.isEmpty() ? null : image));
  }

  private Mono<Void> publish(NotificationRequested notification) {
    return Mono.defer(() ->
        publish.publish(
            new ProducerRecord<>(
                Topics.NOTIFICATIONS,
                notification.key().getBytes(UTF_8),
                Json.write(notification))));
  }
}
