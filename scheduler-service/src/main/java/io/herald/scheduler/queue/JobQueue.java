package io.herald.scheduler.queue;

import static io.herald.scheduler.queue.Keys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.json.Json;
import io.herald.runtime.job.JobKeys;
import io.herald.runtime.job.JobsUnknown;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/**
 * Decides for all schedulers who may wait, who is next, and who runs what: each answer is one step
 * in Redis that nothing comes between.
 *
 * <p>Redis is gone: every question fails; nothing is let in or begun, and what runs goes on.
 */
public final class JobQueue {

  private static final Script ADMIT =
      Script.of(JobQueue.class, ScriptOutputType.VALUE, "admit.lua");
  private static final Script CANCEL =
      Script.of(JobQueue.class, ScriptOutputType.MULTI, "cancel.lua");
  private static final Script TAKE = Script.of(JobQueue.class, ScriptOutputType.VALUE, "take.lua");
  private static final Script RENEW =
      Script.of(JobQueue.class, ScriptOutputType.MULTI, "renew.lua");
  private static final Script LOOK = Script.of(JobQueue.class, ScriptOutputType.MULTI, "look.lua");
  private static final Script MOVED =
      Script.of(JobQueue.class, ScriptOutputType.MULTI, "moved.lua");
  private static final Script GIVE_BACK =
      Script.of(JobQueue.class, ScriptOutputType.INTEGER, "give-back.lua");

  // Many are due at the same minute, and nobody is there to try again.
  private static final int OF_SCHEDULES = 1000;

  private final RedisLink redis;
  private final QueueSettings settings;
  private final Supplier<Mono<Boolean>> isComplete;
  private final byte[] lease;

  /**
   * Asks that Redis.
   *
   * @param isComplete whether the index holds all that is on its topic now
   */
  JobQueue(RedisLink redis, QueueSettings settings, Supplier<Mono<Boolean>> isComplete) {
    this.redis = redis;
    this.settings = settings;
    this.isComplete = isComplete;
    this.lease = bytes(settings.lease().toMillis());
  }

  /** Whether that job may wait; fails with {@link JobsUnknown} while that can't be told. */
  public Mono<Admission> admit(JobCommand job) {
    int limit = job.schedule() == null ? settings.queue() : OF_SCHEDULES;
    return caughtUp()
        .then(this.<byte[]>asked(ADMIT, Keys.ADMIT, JobKeys.JOBS, bytes(job.id()), bytes(limit)))
        .map(answer -> admission(new String(answer, UTF_8), limit));
  }

  private static Admission admission(String answer, int limit) {
    return switch (answer) {
      case "unknown" -> throw behind();
      case "known" -> new Admission.Known();
      case "full" -> new Admission.Full(limit);
      default -> new Admission.Admitted(Integer.parseInt(answer));
    };
  }

  /** What has to be done to end a job; fails with {@link JobsUnknown} while that can't be told. */
  public Mono<Ending> end(String id) {
    return caughtUp()
        .then(this.<List<byte[]>>asked(CANCEL, Keys.CANCEL, JobKeys.JOBS, bytes(id)))
        .map(JobQueue::ending);
  }

  private static Ending ending(List<byte[]> answer) {
    return switch (new String(answer.getFirst(), UTF_8)) {
      case "unknown" -> throw behind();
      case "waits" -> new Ending.Waited(event(answer.get(1)));
      case "runs" -> new Ending.Runs(event(answer.get(1)));
      case "over" -> new Ending.Over();
      default -> new Ending.NoJob();
    };
  }

  // What was told right before a crash or by another scheduler has to be known.
  private Mono<Void> caughtUp() {
    return Mono.defer(isComplete)
        .filter(complete -> complete)
        .switchIfEmpty(Mono.error(JobQueue::behind))
        .then();
  }

  private static JobsUnknown behind() {
    return new JobsUnknown("the index of jobs is behind, or can't be asked");
  }

  /**
   * Takes the next job that may run.
   *
   * @param shares how much there may be of each kind
   * @return its last event; empty: none may
   */
  public Mono<JobEvent> take(String executor, List<Share> shares) {
    List<byte[]> arguments = new ArrayList<>(List.of(JobKeys.JOBS, bytes(executor), lease));
    arguments.addAll(List.of(bytes(settings.running()), bytes(settings.scripts())));
    for (Share share : shares) {
      arguments.add(bytes(share.kind()));
      arguments.add(bytes(share.most()));
      arguments.add(bytes(share.isScript() ? "scripts" : "jobs"));
    }
    return this.<byte[]>asked(TAKE, Keys.TAKE, arguments.toArray(byte[][]::new))
        .map(JobQueue::event);
  }

  /**
   * A sign of life of what an executor runs.
   *
   * @param attempts by job; none: nothing is asked
   * @return for each of them, in their order
   */
  public Mono<List<Sign>> renew(String executor, Map<String, Integer> attempts) {
    if (attempts.isEmpty()) {
      return Mono.just(List.of());
    }
    List<byte[]> arguments = new ArrayList<>(List.of(JobKeys.JOBS, bytes(executor), lease));
    attempts.forEach((id, attempt) -> {
      arguments.add(bytes(id));
      arguments.add(bytes(attempt));
    });
    return this.<List<byte[]>>asked(RENEW, Keys.HOLD, arguments.toArray(byte[][]::new))
        .map(answer -> answer.stream().map(JobQueue::sign).toList());
  }

  private static Sign sign(byte[] answer) {
    return switch (new String(answer, UTF_8)) {
      case "ok" -> Sign.OK;
      case "cancel" -> Sign.CANCEL;
      default -> Sign.LOST;
    };
  }

  /** Looks at all jobs, and leases those that nobody runs any more to that executor. */
  public Mono<Look> look(String executor) {
    return this.<List<byte[]>>asked(LOOK, Keys.LOOK, JobKeys.JOBS, bytes(executor), lease)
        .map(answer ->
            new Look(
                number(answer.get(0)),
                number(answer.get(1)),
                answer.stream().skip(2).map(JobQueue::event).toList()));
  }

  /** Those whose place in the queue is not what was told last. */
  public Mono<List<Moved>> moved() {
    return this.<List<byte[]>>asked(MOVED, Keys.MOVED, JobKeys.JOBS)
        .map(answer ->
            IntStream.range(0, answer.size() / 2)
                .mapToObj(i -> new Moved(event(answer.get(2 * i)), number(answer.get(2 * i + 1))))
                .toList());
  }

  /** Puts a job back that was leased to that executor and of which nobody was told. */
  public Mono<Void> giveBack(String executor, String id) {
    return asked(GIVE_BACK, Keys.HOLD, JobKeys.JOBS, bytes(executor), bytes(id)).then();
  }

  private <T> Mono<T> asked(Script script, byte[][] keys, byte[]... arguments) {
    return redis
        .ask(commands -> script.<T>run(commands, keys, arguments))
        .onErrorMap(
            io.lettuce.core.RedisException.class,
            error -> new JobsUnknown("Redis: " + error.getClass().getSimpleName()));
  }

  private static JobEvent event(byte[] json) {
    return Json.read(json, JobEvent.class);
  }

  private static int number(byte[] answer) {
    return Integer.parseInt(new String(answer, UTF_8));
  }
}
