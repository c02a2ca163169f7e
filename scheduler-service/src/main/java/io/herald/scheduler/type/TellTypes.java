package io.herald.scheduler.type;

import io.herald.model.json.Json;
import io.herald.runtime.job.JobKeys;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tells everybody what kinds of jobs there are, while a scheduler runs; a script that was put into
 * its folder is there ten seconds later.
 *
 * <p>Redis is gone: told again when it is back; nobody could ask meanwhile.
 */
final class TellTypes implements SmartLifecycle {

  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
  private static final Duration LIFE = Duration.ofSeconds(60);

  private final RedisLink redis;
  private final Programs programs;
  private Disposable telling = Disposables.disposed();

  TellTypes(RedisLink redis, Programs programs) {
    this.redis = redis;
    this.programs = programs;
  }

  @Override
  public void start() {
    telling =
        Mono.defer(this::tell)
            .subscribeOn(Schedulers.boundedElastic())
            .flatMap(Mono::delay)
            .repeat()
            .subscribe();
  }

  private Mono<Duration> tell() {
    programs.refresh();
    byte[] catalogue = Json.write(programs.types());
    return redis
        .ask(commands -> commands.set(JobKeys.TYPES, catalogue, SetArgs.Builder.px(LIFE)))
        .thenReturn(INTERVAL)
        .onErrorReturn(AFTER_A_FAILURE);
  }

  @Override
  public void stop() {
    telling.dispose();
  }

  @Override
  public boolean isRunning() {
    return !telling.isDisposed();
  }
}
