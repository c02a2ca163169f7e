package io.herald.runtime.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/**
 * Sends requests in groups: one group is under way at a time, and what comes in meanwhile makes up
 * the next. An idle system answers at once; a busy one pays one round trip for many.
 *
 * @param <T> request
 * @param <R> answer
 */
public final class GroupCommit<T, R> {

  private record Waiting<T, R>(T request, @Nullable MonoSink<R> sink) {

    void answer(R answer) {
      if (sink != null) {
        sink.success(answer);
      }
    }

    void fail(Throwable error) {
      if (sink != null) {
        sink.error(error);
      }
    }
  }

  private final int limit;
  private final Function<List<T>, CompletionStage<List<R>>> commit;
  private final Queue<Waiting<T, R>> queue = Queues.<Waiting<T, R>>unboundedMultiproducer().get();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final AtomicBoolean gathering = new AtomicBoolean();
  private final Duration linger;

  /**
   * @param limit most requests in a group
   * @param commit sends a group; its answers come in the order of the requests
   */
  public GroupCommit(int limit, Function<List<T>, CompletionStage<List<R>>> commit) {
    this(limit, Duration.ZERO, commit);
  }

  /**
   * @param limit most requests in a group
   * @param linger how long the first of a group waits for more: for requests that nobody waits for
   * @param commit sends a group; its answers come in the order of the requests
   */
  public GroupCommit(
      int limit, Duration linger, Function<List<T>, CompletionStage<List<R>>> commit) {
    this.limit = limit;
    this.linger = linger;
    this.commit = commit;
  }

  /** Adds a request to the next group; it fails when its group fails. */
  public Mono<R> add(T request) {
    return Mono.create(answer -> {
      queue.add(new Waiting<>(request, answer));
      gather();
    });
  }

  /** Adds a request whose answer nobody waits for. */
  public void submit(T request) {
    queue.add(new Waiting<>(request, null));
    gather();
  }

  private void gather() {
    if (linger.isZero()) {
      sendNext();
    } else if (gathering.compareAndSet(false, true)) {
      Schedulers.parallel().schedule(this::gathered, linger.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void gathered() {
    gathering.set(false);
    sendNext();
  }

  private void sendNext() {
    while (!queue.isEmpty() && underWay.compareAndSet(false, true)) {
      List<Waiting<T, R>> group = take();
      if (group.isEmpty()) {
        underWay.set(false);
      } else {
        send(group);
      }
    }
  }

  private List<Waiting<T, R>> take() {
    List<Waiting<T, R>> group = new ArrayList<>();
    Waiting<T, R> waiting;
    while (group.size() < limit && (waiting = queue.poll()) != null) {
      group.add(waiting);
    }
    return group;
  }

  private void send(List<Waiting<T, R>> group) {
    List<T> requests = new ArrayList<>(group.size());
    group.forEach(waiting -> requests.add(waiting.request()));
    started(requests)
        .whenComplete((answers, error) -> {
          underWay.set(false);
          if (!queue.isEmpty()) {
            gather();
          }
          answer(group, answers, error);
        });
  }

  private CompletionStage<List<R>> started(List<T> requests) {
    try {
      return commit.apply(requests);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void answer(
      List<Waiting<T, R>> group, @Nullable List<R> answers, @Nullable Throwable error) {
    if (answers == null) {
      Throwable reason = error == null ? new IllegalStateException("no answers") : error;
      group.forEach(waiting -> waiting.fail(reason));
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answer(answers.get(i));
    }
  }
}
