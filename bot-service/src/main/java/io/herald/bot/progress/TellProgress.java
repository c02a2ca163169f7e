package io.herald.bot.progress;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobResult;
import io.herald.model.json.Json;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells people how far their jobs are: the latest when it is the chat's turn, the end at once.
 *
 * <p>Kafka is gone: the end waits for it, progress makes place for newer.
 */
final class TellProgress implements RecordHandler, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TellProgress.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final int AT_ONCE = 16;

  // What is told of a job is decided and sent by one thread: nothing comes after the end.
  private final Scheduler one = Schedulers.newSingle("job-progress", true);
  private final Waiting waiting = new Waiting();
  private final Turns turns;
  private final PublishProgress publish;
  private Disposable looking = Disposables.disposed();

  TellProgress(Turns turns, PublishProgress publish) {
    this.turns = turns;
    this.publish = publish;
  }

  @Override
  public Mono<Void> handle(Received received) {
    JobEvent event = Json.read(received.value(), JobEvent.class);
    if (event.job().owner() == null || isQuiet(event)) {
      return Mono.empty();
    }
    var news = new News(event, event.job().owner(), received.trace());
    return event.state().isFinal() ? ended(news) : goesOn(news);
  }

  // Nobody waits for what a schedule runs: only files that it made are of interest. The scheduler
  // itself tells what a script found, and of failures.
  private static boolean isQuiet(JobEvent event) {
    JobResult result = event.result();
    return event.job().schedule() != null && (result == null || result.files().isEmpty());
  }

  private Mono<Void> ended(News news) {
    return turns
        .end(news.chat(), news.job())
        .then(onOne(() -> waiting.take(news.chat(), news.job())))
        .then(publish.publish(news));
  }

  private Mono<Void> goesOn(News news) {
    return onOne(() -> waiting.put(news)).then(tellNext(news.chat()));
  }

  private Mono<Void> onOne(Runnable step) {
    return Mono.<Void>fromRunnable(step).subscribeOn(one);
  }

  /** Tells that chat what waits longest, if it is its turn. */
  private Mono<Void> tellNext(String chat) {
    return Mono.defer(() -> Mono.justOrEmpty(waiting.next(chat)))
        .flatMap(
            next -> turns.take(chat, next.job()).publishOn(one).flatMap(turn -> tell(next, turn)));
  }

  private Mono<Void> tell(News next, Turn turn) {
    return switch (turn) {
      case LATER -> Mono.empty();
      case NEVER -> onOne(() -> waiting.take(next.chat(), next.job()));
      case NOW -> Mono.justOrEmpty(waiting.take(next.chat(), next.job())).flatMap(this::tell);
    };
  }

  private Mono<Void> tell(News latest) {
    return publish
        .publish(latest)
        .onErrorResume(error -> onOne(() -> waiting.putBack(latest)).then(Mono.error(error)));
  }

  @Override
  public void start() {
    looking =
        Flux.interval(LOOK, one).onBackpressureDrop().concatMap(_ -> tellWaiting(), 1).subscribe();
  }

  private Mono<Void> tellWaiting() {
    return Flux.defer(() -> Flux.fromIterable(waiting.chats()))
        .flatMap(this::tellNext, AT_ONCE)
        .then()
        .onErrorResume(TellProgress::later);
  }

  private static Mono<Void> later(Throwable error) {
    log.debug("Progress waits, and makes place for newer: {}", error.toString());
    return Mono.empty();
  }

  /** Tells what still waits: nobody else knows of it. */
  @Override
  public void stop(Runnable stopped) {
    looking.dispose();
    Flux.defer(() -> Flux.fromIterable(waiting.all()))
        .subscribeOn(one)
        .flatMap(this::lastWord, AT_ONCE)
        .take(LAST_WORDS)
        .onErrorComplete()
        .doFinally(_ -> stopped.run())
        .subscribe();
  }

  private Mono<Void> lastWord(News news) {
    return turns
        .take(news.chat(), news.job())
        .filter(turn -> turn != Turn.NEVER)
        .flatMap(_ -> publish.publish(news));
  }

  @Override
  public void stop() {
    looking.dispose();
  }

  @Override
  public boolean isRunning() {
    return !looking.isDisposed();
  }

  /** Stops after the consumer that hands it events. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 1;
  }
}
