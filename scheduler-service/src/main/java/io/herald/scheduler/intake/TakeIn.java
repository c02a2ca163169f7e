package io.herald.scheduler.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobAction;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.ReadRecord;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.scheduler.queue.Admission;
import io.herald.scheduler.queue.Ending;
import io.herald.scheduler.queue.JobQueue;
import io.herald.scheduler.tell.Failures;
import io.herald.scheduler.tell.NextEvent;
import io.herald.scheduler.tell.TellJob;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes in one command: what is wrong with a job is told at once, what is right waits in the queue.
 * The same command again changes nothing.
 *
 * <p>Redis or Kafka is gone: the command waits for them, nothing is refused for that reason.
 */
final class TakeIn implements RecordHandler {

  private static final Logger log = LoggerFactory.getLogger(TakeIn.class);

  private final ReadRecord<JobCommand> contract = ReadRecord.of("job-command", JobCommand.class);
  private final CheckCommand check;
  private final JobQueue queue;
  private final TellJob tell;
  private final Supplier<Instant> now;

  /**
   * Wires it.
   *
   * @param now the time of events
   */
  TakeIn(CheckCommand check, JobQueue queue, TellJob tell, Supplier<Instant> now) {
    this.check = check;
    this.queue = queue;
    this.tell = tell;
    this.now = now;
  }

  @Override
  public Mono<Void> handle(Received received) {
    JobCommand command = read(received);
    return command.action() == JobAction.SUBMIT ? submit(command) : cancel(command.id());
  }

  // One job under several keys would be in several hands at once.
  private JobCommand read(Received received) {
    JobCommand command = contract.read(received.value());
    if (!Arrays.equals(received.record().key(), command.id().getBytes(UTF_8))) {
      throw new InvalidRecord(List.of(new Violation("/id", "must be the record's key")));
    }
    return command;
  }

  private Mono<Void> submit(JobCommand job) {
    return queue.admit(job).flatMap(admission -> tell(job, admission));
  }

  private Mono<Void> tell(JobCommand job, Admission admission) {
    return switch (admission) {
      case Admission.Known() -> again(job.id());
      // To wait for room would not help a job that can't be done.
      case Admission.Full(int limit) ->
          refuse(job, check.failure(job).orElseGet(() -> Failures.queueFull(limit)));
      case Admission.Admitted(int position) ->
          check
              .failure(job)
              .map(failure -> refuse(job, failure))
              .orElseGet(() -> tell.tell(NextEvent.queued(job, position, now.get())));
    };
  }

  private static Mono<Void> again(String id) {
    log.debug("Job {} was wanted before: it is the same one", id);
    return Mono.empty();
  }

  private Mono<Void> refuse(JobCommand job, JobFailure failure) {
    return tell.tell(NextEvent.refused(job, failure, now.get()));
  }

  private Mono<Void> cancel(String id) {
    return queue.end(id).flatMap(ending -> tell(id, ending));
  }

  private Mono<Void> tell(String id, Ending ending) {
    return switch (ending) {
      case Ending.Waited(JobEvent last) ->
          tell.tell(NextEvent.cancelled(last, Failures.cancelled(), now.get()));
      case Ending.Runs(JobEvent last) -> tell.tell(NextEvent.cancelling(last, now.get()));
      case Ending.Over() -> Mono.empty();
      case Ending.NoJob() -> noJob(id);
    };
  }

  private static Mono<Void> noJob(String id) {
    log.info("Job {} is not known, and can't be cancelled", id);
    return Mono.empty();
  }
}
