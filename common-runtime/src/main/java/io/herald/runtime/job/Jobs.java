package io.herald.runtime.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobEvent;
import io.herald.model.json.Json;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * How far jobs are: the last event of each, and for one that waits its place in the queue as it is
 * now. A job is known for a week after it ended.
 *
 * <p>Redis is gone or its index incomplete: every question fails with {@link JobsUnknown}.
 */
public final class Jobs {

  private static final Script FIND = Script.of(Jobs.class, ScriptOutputType.MULTI, "find.lua");
  private static final Script LIST = Script.of(Jobs.class, ScriptOutputType.MULTI, "list.lua");
  private static final byte[] COMPLETE = {'1'};
  private static final int ALL = 1000;

  private final RedisLink redis;

  Jobs(RedisLink redis) {
    this.redis = redis;
  }

  /** The job; empty when there is none of that id. */
  public Mono<JobEvent> find(String id) {
    byte[][] keys = {JobKeys.PLACE, JobKeys.QUEUE};
    return asked(FIND, keys, JobKeys.JOBS, bytes(id))
        .filter(found -> !found.isEmpty())
        .map(List::getFirst);
  }

  /**
   * What that person wanted, the newest first.
   *
   * @param user Telegram's user id
   * @param limit most of them; no more than the last hundred are known
   */
  public Mono<List<JobEvent>> of(long user, int limit) {
    return listed(JobKeys.user(user), "newest", limit);
  }

  /** Those that run, the first queued first. */
  public Mono<List<JobEvent>> running() {
    return listed(JobKeys.RUNNING, "oldest", ALL);
  }

  /** Those that wait, the next first. */
  public Mono<List<JobEvent>> queued() {
    return listed(JobKeys.QUEUE, "oldest", ALL);
  }

  private Mono<List<JobEvent>> listed(byte[] source, String order, int limit) {
    byte[][] keys = {JobKeys.PLACE, JobKeys.QUEUE, source};
    return asked(LIST, keys, JobKeys.JOBS, bytes(order), bytes(String.valueOf(limit)));
  }

  private Mono<List<JobEvent>> asked(Script script, byte[][] keys, byte[]... arguments) {
    return redis
        .ask(commands -> script.<List<byte[]>>run(commands, keys, arguments))
        .filter(answer -> Arrays.equals(answer.getFirst(), COMPLETE))
        .switchIfEmpty(Mono.error(JobsUnknown::rebuilding))
        .onErrorMap(JobsUnknown::because)
        .map(Jobs::events);
  }

  /** After the first, event and place in the queue take turns; place 0: it does not wait. */
  private static List<JobEvent> events(List<byte[]> answer) {
    List<JobEvent> events = new ArrayList<>();
    for (int i = 1; i < answer.size(); i += 2) {
      JobEvent event = Json.read(answer.get(i), JobEvent.class);
      int position = Integer.parseInt(new String(answer.get(i + 1), UTF_8));
      events.add(position == 0 ? event : at(event, position));
    }
    return events;
  }

  private static JobEvent at(JobEvent event, int position) {
    return new JobEvent(
        event.schemaVersion(),
        event.job(),
        event.state(),
        event.attempt(),
        event.at(),
        event.startedAt(),
        position,
        event.progress(),
        event.item(),
        event.result(),
        event.failure());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
