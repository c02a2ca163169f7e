package io.herald.bot.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.control.NotificationControl;
import io.herald.runtime.history.History;
import io.herald.runtime.history.Viewer;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.table.KeepTable;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the messages of running broadcasts up to date: at most one edit of each in three seconds,
 * over all replicas. Which broadcasts run is on {@code herald.controls}, how far they are in the
 * history; so after a crash another replica, or the next run, goes on.
 *
 * <p>Redis is gone: nothing is known to be shown, the broadcast goes on, and the message is brought
 * up to date later. Kafka is gone: the same.
 */
final class WatchBroadcasts implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WatchBroadcasts.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration BETWEEN_EDITS = Duration.ofSeconds(3);
  private static final int AT_ONCE = 8;
  // Everything has expired by then; what is not told is not going to be.
  private static final Duration WATCHED = Duration.ofDays(2);

  private final KeepTable<NotificationControl> controls;
  private final History history;
  private final PublishBroadcast publish;
  private final RedisLink redis;
  private final Supplier<Instant> now;
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private Disposable working = Disposables.disposed();

  WatchBroadcasts(
      KeepTable<NotificationControl> controls,
      History history,
      PublishBroadcast publish,
      RedisLink redis,
      Supplier<Instant> now) {
    this.controls = controls;
    this.history = history;
    this.publish = publish;
    this.redis = redis;
    this.now = now;
  }

  @Override
  public void start() {
    working = Mono.defer(this::look).then(Mono.delay(LOOK)).repeat().subscribe();
  }

  private Mono<Void> look() {
    return Flux.fromIterable(controls.all().values())
        .filter(control -> control.board() != null)
        .flatMap(
            control ->
                Mono.justOrEmpty(Round.behind(control.notification()))
                    .flatMap(round -> look(round, control)),
            AT_ONCE)
        .then();
  }

  private Mono<Void> look(Round round, NotificationControl control) {
    return history
        .find(Viewer.OPERATOR, control.notification())
        .map(Standing::of)
        .defaultIfEmpty(Standing.UNKNOWN)
        .filter(standing -> isNews(control, standing))
        .filterWhen(_ -> claim(control))
        .flatMap(standing -> show(round, control, standing))
        .onErrorResume(error -> later(control, error));
  }

  /** What is over is shown until that is durable: an edit of the same id is made once. */
  private boolean isNews(NotificationControl control, Standing standing) {
    return isOver(control, standing)
        || (!isAsSent(control, standing)
            && !standing.word(control).equals(shown.get(control.notification())));
  }

  /** Whether it is still what the answer to the press has shown. */
  private static boolean isAsSent(NotificationControl control, Standing standing) {
    return standing.equals(Standing.UNKNOWN) && control.at().equals(control.board().since());
  }

  private Mono<Void> later(NotificationControl control, Throwable error) {
    log.debug("Broadcast {} is shown later: {}", control.notification(), error.toString());
    return Mono.empty();
  }

  /** Whether this replica may edit now, and no other for a while. */
  private Mono<Boolean> claim(NotificationControl control) {
    byte[] key = ("broadcast:shown:" + control.notification()).getBytes(UTF_8);
    var once = SetArgs.Builder.nx().px(BETWEEN_EDITS);
    return redis.ask(commands -> commands.set(key, new byte[] {'1'}, once)).hasElement();
  }

  private Mono<Void> show(Round round, NotificationControl control, Standing standing) {
    String word = standing.word(control);
    String id = control.notification() + ":shown:" + word;
    return publish
        .edit(control.board(), id, standing.text(round, control.state()), now.get())
        .doOnSuccess(_ -> shown.put(control.notification(), word))
        .then(Mono.defer(() -> isOver(control, standing) ? end(control, standing) : Mono.empty()));
  }

  private boolean isOver(NotificationControl control, Standing standing) {
    return standing.isOver() || control.at().plus(WATCHED).isBefore(now.get());
  }

  private Mono<Void> end(NotificationControl control, Standing standing) {
    return publish
        .control(control.unwatched())
        .doOnSuccess(_ -> {
          shown.remove(control.notification());
          log.info("Broadcast {} is over: {}", control.notification(), standing);
        });
  }

  @Override
  public void stop() {
    working.dispose();
  }

  @Override
  public boolean isRunning() {
    return !working.isDisposed();
  }
}
