package io.herald.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class GroupCommitTest {

  private static final int LIMIT = 3;

  // A commit that the test finishes by hand.
  private final List<List<Integer>> groups = new ArrayList<>();
  private final List<CompletableFuture<List<String>>> commits = new ArrayList<>();
  private final GroupCommit<Integer, String> grouped = new GroupCommit<>(LIMIT, this::commit);

  @Test
  void sendsTheFirstAtOnce() {
    add(1);

    assertThat(groups).containsExactly(List.of(1));
  }

  @Test
  void gathersTheNextGroupWhileOneIsUnderWay() {
    var first = add(1);
    var second = add(2);
    var third = add(3);
    assertThat(groups).hasSize(1);

    answer(0);

    assertThat(groups).containsExactly(List.of(1), List.of(2, 3));
    assertThat(first).isCompletedWithValue("1");
    assertThat(second).isNotDone();
    answer(1);
    assertThat(second).isCompletedWithValue("2");
    assertThat(third).isCompletedWithValue("3");
  }

  @Test
  void neverGrowsAGroupBeyondItsLimit() {
    for (int request = 0; request < 8; request++) {
      add(request);
    }
    answer(0);
    answer(1);
    answer(2);

    assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
  }

  @Test
  void failsOneGroupAlone() {
    add(0);
    var failing = List.of(add(1), add(2), add(3));
    var later = add(4);
    answer(0);

    commits.get(1).completeExceptionally(new IllegalStateException("cut"));
    answer(2);

    assertThat(failing).allSatisfy(answer -> assertThat(answer).isCompletedExceptionally());
    assertThat(later).isCompletedWithValue("4");
  }

  @Test
  void goesOnAfterACommitThatCouldNotBegin() {
    var calls = new AtomicInteger();
    var stubborn =
        new GroupCommit<Integer, String>(
            LIMIT,
            requests -> {
              if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("closed");
              }
              return CompletableFuture.completedFuture(answers(requests));
            });

    assertThat(stubborn.add(1).toFuture()).isCompletedExceptionally();
    assertThat(stubborn.add(2).toFuture()).isCompletedWithValue("2");
  }

  @Test
  void sendsWhatNobodyWaitsFor() {
    grouped.submit(1);
    grouped.submit(2);
    answer(0);

    assertThat(groups).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void addsNothingBeforeSomebodySubscribes() {
    grouped.add(1);

    assertThat(groups).isEmpty();
  }

  @Test
  void matchesAnswersToRequestsUnderManyThreads() throws Exception {
    int threads = 8;
    int each = 5_000;
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var sent = new AtomicInteger();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    var answered = new CountDownLatch(threads * each);
    try (var redis = Executors.newSingleThreadExecutor();
        var senders = Executors.newFixedThreadPool(threads)) {
      var busy =
          new GroupCommit<Integer, String>(
              64,
              requests -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                sent.incrementAndGet();
                return CompletableFuture.supplyAsync(
                    () -> {
                      underWay.decrementAndGet();
                      return answers(requests);
                    },
                    redis);
              });
      for (int thread = 0; thread < threads; thread++) {
        int from = thread * each;
        senders.execute(() ->
            Flux.range(from, each)
                .flatMap(
                    request ->
                        busy.add(request)
                            .filter(answer -> !answer.equals(request.toString()))
                            .doOnNext(wrong::add)
                            .doFinally(_ -> answered.countDown()),
                    16)
                .subscribe());
      }
      assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(wrong).isEmpty();
    assertThat(most).hasValue(1);
    assertThat(sent.get()).isLessThan(threads * each);
  }

  private CompletionStage<List<String>> commit(List<Integer> requests) {
    groups.add(List.copyOf(requests));
    commits.add(new CompletableFuture<>());
    return commits.getLast();
  }

  private CompletableFuture<String> add(int request) {
    return grouped.add(request).toFuture();
  }

  private void answer(int group) {
    commits.get(group).complete(answers(groups.get(group)));
  }

  private static List<String> answers(List<Integer> requests) {
    return requests.stream().map(String::valueOf).toList();
  }
}
