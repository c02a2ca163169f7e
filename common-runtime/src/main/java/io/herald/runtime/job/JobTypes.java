package io.herald.runtime.job;

import io.herald.model.json.Json;
import io.herald.runtime.redis.RedisLink;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The kinds of jobs there are, as the scheduler tells them.
 *
 * <p>Redis is gone: asking fails with {@link JobsUnknown}.
 */
public final class JobTypes {

  private final RedisLink redis;

  JobTypes(RedisLink redis) {
    this.redis = redis;
  }

  /** All of them, in the order of their file; none while no scheduler runs. */
  public Mono<List<JobType>> all() {
    return redis
        .ask(commands -> commands.get(JobKeys.TYPES))
        .map(json -> List.of(Json.read(json, JobType[].class)))
        .defaultIfEmpty(List.of())
        .onErrorMap(JobsUnknown::because);
  }
}
