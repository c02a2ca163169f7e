package io.herald.runtime.kafka;

import io.herald.model.json.MalformedRecord;
import io.herald.runtime.trace.Trace;
import io.herald.runtime.trace.Traces;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.GroupedFlux;
import reactor.core.publisher.Mono;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.ReceiverRecord;
import reactor.util.retry.Retry;

/**
 * Hands records to a handler, in order for each key and concurrently across keys. An offset is
 * committed when everything below it is finished; a crash replays the rest.
 *
 * <p>The only place that knows reactor-kafka: see decision 0002.
 */
public final class ConsumeInOrder implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(ConsumeInOrder.class);

  // Records taken from the consumer and not finished yet, over all lanes: so many may pile up
  // behind one that waits before the others have to wait as well.
  private static final int UNFINISHED = 2_048;
  private static final Duration CLOSING = Duration.ofSeconds(3);
  private static final int RETRIES = 5;
  // At five seconds each: a line every five minutes.
  private static final int RETRIES_BETWEEN_LINES = 60;

  private static final Retry RECONNECT =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
          .maxBackoff(Duration.ofSeconds(5))
          .doBeforeRetry(
              signal -> log.warn("Consumer failed, subscribing anew: {}", text(signal.failure())));

  private final ConsumerSpec spec;
  private final ReceiverOptions<byte[], byte[]> options;
  private final RecordHandler handler;
  private final DeadLetters deadLetters;
  private final Traces traces;
  private final WaitingRecords waiting;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean assigned;
  private volatile boolean draining;
  private Disposable consuming = Disposables.disposed();

  ConsumeInOrder(
      ConsumerSpec spec,
      ReceiverOptions<byte[], byte[]> options,
      RecordHandler handler,
      DeadLetters deadLetters,
      Traces traces,
      WaitingRecords waiting) {
    this.spec = spec;
    this.options =
        options
            .subscription(spec.topics())
            .addAssignListener(_ -> assigned = true)
            .addRevokeListener(_ -> assigned = false);
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.traces = traces;
    this.waiting = waiting;
  }

  @Override
  public void start() {
    draining = false;
    consuming = Flux.defer(this::consume).retryWhen(RECONNECT).subscribe();
  }

  private Flux<Void> consume() {
    return KafkaReceiver.create(options)
        .receive()
        .filter(_ -> !draining)
        .groupBy(this::lane, UNFINISHED)
        .flatMap(this::inOrder, spec.lanes());
  }

  private int lane(ReceiverRecord<byte[], byte[]> record) {
    return Math.floorMod(Arrays.hashCode(record.key()), spec.lanes());
  }

  private Flux<Void> inOrder(GroupedFlux<Integer, ReceiverRecord<byte[], byte[]>> lane) {
    return lane.concatMap(this::process);
  }

  private Mono<Void> process(ReceiverRecord<byte[], byte[]> record) {
    if (draining) {
      return Mono.empty();
    }
    Trace trace = traces.resume(spec.step(), record.headers());
    Received received = new Received(record, trace);
    WaitingRecords.Record tries = waiting.begin(received);
    inFlight.incrementAndGet();
    return Mono.defer(() -> handler.handle(received))
        .onErrorResume(error -> tryAgain(received, tries, error))
        .doOnSuccess(_ -> record.receiverOffset().acknowledge())
        .doFinally(_ -> finished(trace, tries));
  }

  // Next to every record works at once: only one that fails pays for what repeats it.
  private Mono<Void> tryAgain(Received received, WaitingRecords.Record tries, Throwable first) {
    var failedOnce = new AtomicBoolean();
    return Mono.defer(
            () -> failedOnce.getAndSet(true) ? handler.handle(received) : Mono.error(first))
        .retryWhen(untilItWorks(tries))
        .retryWhen(aFewTimes(tries))
        .onErrorResume(error -> putAside(received, tries, error));
  }

  // A handler's error means that something it needs is gone: the lane waits, nothing is skipped.
  private static Retry untilItWorks(WaitingRecords.Record tries) {
    return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
        .maxBackoff(Duration.ofSeconds(5))
        .filter(ConsumeInOrder::willPass)
        .doBeforeRetry(signal -> failed(signal, tries));
  }

  // An error of another kind may be a passing one, or one that this record will always cause.
  private static Retry aFewTimes(WaitingRecords.Record tries) {
    return Retry.backoff(RETRIES, Duration.ofMillis(200))
        .maxBackoff(Duration.ofSeconds(5))
        .filter(error -> !(error instanceof MalformedRecord) && !willPass(error))
        .doBeforeRetry(signal -> failed(signal, tries))
        .onRetryExhaustedThrow((_, signal) -> signal.failure());
  }

  private Mono<Void> putAside(Received received, WaitingRecords.Record tries, Throwable error) {
    boolean malformed = error instanceof MalformedRecord;
    // The text of an error that nobody foresaw may quote the record: its kind has to do.
    return deadLetters
        .bury(
            received,
            malformed ? "malformed" : "unexpected",
            malformed ? text(error) : error.getClass().getName(),
            malformed ? 1 : RETRIES + 1)
        .retryWhen(untilItWorks(tries));
  }

  private static boolean willPass(Throwable error) {
    return error instanceof TryAgainLater || PublishRecord.mayWorkLater(error);
  }

  private void finished(Trace trace, WaitingRecords.Record tries) {
    inFlight.decrementAndGet();
    tries.done();
    trace.end();
  }

  /** Takes nothing new, lets what is in flight finish, commits, and leaves the group. */
  @Override
  public void stop(Runnable stopped) {
    draining = true;
    Flux.interval(Duration.ofMillis(20))
        .takeUntil(_ -> inFlight.get() == 0)
        .take(spec.drain())
        .doFinally(_ -> leave(stopped))
        .subscribe();
  }

  // Closing commits, gives the partitions back (which is what is waited for) and leaves the group.
  private void leave(Runnable stopped) {
    consuming.dispose();
    Flux.interval(Duration.ofMillis(10))
        .takeUntil(_ -> !assigned)
        .take(CLOSING)
        .doFinally(_ -> stopped.run())
        .subscribe();
  }

  @Override
  public void stop() {
    leave(() -> {});
  }

  @Override
  public boolean isRunning() {
    return !consuming.isDisposed();
  }

  /** Up while this member of the group has its partitions. */
  @Override
  public Health health() {
    return (assigned ? Health.up() : Health.down()).build();
  }

  private static void failed(Retry.RetrySignal signal, WaitingRecords.Record tries) {
    tries.failed();
    if (signal.totalRetries() % RETRIES_BETWEEN_LINES == 0) {
      log.warn("A record waits and is tried again: {}", text(signal.failure()));
    }
  }

  private static String text(Throwable error) {
    return error.getClass().getSimpleName() + ": " + error.getMessage();
  }
}
