package io.herald.system.notify;

import io.herald.system.stack.Stack;
import io.herald.system.stack.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Requests at a steady rate, each for one chat, whose text is its id. As a careful client does, one
 * that was not answered with 202 is sent again after a second, with the same id.
 */
public final class Requests implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  // A careful client does not pile up requests at a server that is slow.
  private static final int UNDER_WAY = 200;

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final ConcurrentLinkedQueue<Integer> again = new ConcurrentLinkedQueue<>();
  private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Api api;
  private final String run;
  private final List<Long> chats;
  private volatile int count;

  Requests(Stack stack, String run, List<Long> chats, int count, int perSecond) {
    this(Api.of(stack.gateway()), run, chats, count, perSecond);
  }

  /** So many, unless {@link #enough} is said before; their ids begin with the run's name. */
  public Requests(Api api, String run, List<Long> chats, int count, int perSecond) {
    this.api = api;
    this.run = run;
    this.chats = chats;
    this.count = count;
    clock.scheduleAtFixedRate(this::begin, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
  }

  private void begin() {
    if (underWay.get() >= UNDER_WAY) {
      return;
    }
    Integer repeated = again.poll();
    if (repeated != null) {
      send(repeated);
    } else if (next.get() < count) {
      send(next.getAndIncrement());
    }
  }

  private void send(int number) {
    Map<String, Object> notification =
        Map.of(
            "id",
            run + '-' + number,
            "to",
            Map.of("chat", String.valueOf(chats.get(number % chats.size()))),
            "text",
            run + '-' + number);
    underWay.incrementAndGet();
    api.notifying(notification)
        .handle((status, error) -> error == null && status == 202)
        .thenAccept(isAccepted -> answered(number, isAccepted));
  }

  private void answered(int number, boolean isAccepted) {
    underWay.decrementAndGet();
    if (isAccepted) {
      accepted.add(number);
    } else {
      refused.incrementAndGet();
      clock.schedule(() -> again.add(number), 1, TimeUnit.SECONDS);
    }
  }

  /** No new ones from now on; returns how many there are, once all are accepted. */
  public int enough() {
    // One that begins at this moment is counted as well.
    int begun = next.getAndAdd(count);
    count = begun;
    await(begun);
    return begun;
  }

  /** How many were answered with 202 so far. */
  int accepted() {
    return accepted.size();
  }

  /** How many attempts were not answered with 202. */
  int refused() {
    return refused.get();
  }

  /** Waits until so many are accepted. */
  void await(int enough) {
    Waiting.until(enough + " are accepted", PATIENCE, () -> accepted() >= enough);
  }

  /** The texts of all of them. */
  public Set<String> texts() {
    return Set.copyOf(IntStream.range(0, count).mapToObj(number -> run + '-' + number).toList());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
