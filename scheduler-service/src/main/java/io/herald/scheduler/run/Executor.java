package io.herald.scheduler.run;

import io.herald.model.job.JobEvent;
import io.herald.runtime.log.NowAndThen;
import io.herald.scheduler.queue.JobQueue;
import io.herald.scheduler.queue.Look;
import io.herald.scheduler.queue.Moved;
import io.herald.scheduler.queue.Share;
import io.herald.scheduler.queue.Sign;
import io.herald.scheduler.tell.JobMetrics;
import io.herald.scheduler.tell.NextEvent;
import io.herald.scheduler.type.Programs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Takes jobs from the queue and has them run, each on a thread of its own; gives signs of life of
 * them, and sees to those whose executor gave none any more.
 *
 * <p>Redis is gone: nothing begins, what runs goes on and ends, and it says so when Redis is back.
 * This process alone can't reach Redis: another may run its jobs again meanwhile; it ends its own
 * when it learns of that.
 */
final class Executor implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(Executor.class);
  private static final int SIGNS_IN_A_LEASE = 5;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Duration STUCK = Duration.ofSeconds(30);
  private static final long NEVER = Long.MIN_VALUE;
  private static final Duration ENDING = Duration.ofSeconds(11);

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final String name = UUID.randomUUID().toString();
  private final Map<String, Held> inHand = new ConcurrentHashMap<>();
  private final Semaphore news = new Semaphore(0);
  private final JobQueue queue;
  private final Programs programs;
  private final JobMetrics metrics;
  private final Workshop workshop;
  private final long betweenSigns;
  private volatile long endsAt = Long.MAX_VALUE;
  private volatile boolean isEnding;
  private volatile long worked = NEVER;
  private volatile @Nullable Thread thread;
  private long nextSign = System.nanoTime();

  Executor(
      JobQueue queue,
      Duration lease,
      Programs programs,
      JobMetrics metrics,
      Function<Function<Held, Sign>, Workshop> workshop) {
    this.queue = queue;
    this.programs = programs;
    this.metrics = metrics;
    this.betweenSigns = lease.dividedBy(SIGNS_IN_A_LEASE).toNanos();
    this.workshop = workshop.apply(this::sign);
  }

  @Override
  public void start() {
    isEnding = false;
    endsAt = Long.MAX_VALUE;
    thread = Thread.ofPlatform().name("executor").start(this::work);
  }

  private void work() {
    while (!isEnding || (!inHand.isEmpty() && !isOutOfTime())) {
      try {
        turn();
        worked = System.nanoTime();
      } catch (RuntimeException e) {
        worked = NEVER;
        complain(e);
      }
      pause();
    }
  }

  private void turn() {
    if (System.nanoTime() - nextSign >= 0) {
      nextSign = System.nanoTime() + betweenSigns;
      giveSigns();
      look();
    }
    while (!isEnding) {
      JobEvent job = Await.answer(queue.take(name, shares()));
      if (job == null) {
        return;
      }
      if (!begin(new RunJob(workshop, this::isOutOfTime, job))) {
        // It came back before this executor had put it down; that takes a moment.
        giveBack(job.id());
        return;
      }
    }
  }

  private List<Share> shares() {
    return programs.all().stream()
        .map(it -> new Share(it.name(), it.concurrency(), it.isScript()))
        .toList();
  }

  private void tellPlaces() {
    List<Moved> moved = Await.answer(queue.moved());
    for (Moved it : moved == null ? List.<Moved>of() : moved) {
      workshop.tell().inPassing(NextEvent.moved(it.last(), it.position(), workshop.now()));
    }
  }

  private void giveSigns() {
    Map<String, Integer> attempts = new LinkedHashMap<>();
    inHand.values().forEach(it -> attempts.put(it.id(), it.attempt()));
    List<Sign> signs = Await.answer(queue.renew(name, attempts));
    int i = 0;
    for (String id : attempts.keySet()) {
      Held held = inHand.get(id);
      if (signs != null && held != null) {
        heed(held, signs.get(i));
      }
      i++;
    }
  }

  private static void heed(Held held, Sign sign) {
    switch (sign) {
      case OK -> {}
      case CANCEL -> held.end(Why.CANCEL);
      case LOST -> held.end(Why.LOST);
    }
  }

  /** Gives a sign of life of one job, right now. */
  private Sign sign(Held held) {
    try {
      List<Sign> signs = Await.answer(queue.renew(name, Map.of(held.id(), held.attempt())));
      Sign sign = signs == null ? Sign.OK : signs.getFirst();
      heed(held, sign);
      return sign;
    } catch (RuntimeException e) {
      complain(e);
      return Sign.OK;
    }
  }

  private void look() {
    Look look = Await.answer(queue.look(name));
    if (look == null) {
      return;
    }
    metrics.looked(look.queued(), look.running());
    for (JobEvent abandoned : isEnding ? List.<JobEvent>of() : look.abandoned()) {
      begin(new RecoverJob(workshop, this::isOutOfTime, abandoned, this::giveBack));
    }
    // Last: it may fail, and what was leased by the look must not wait for it.
    if (look.queued() > 0) {
      tellPlaces();
    }
  }

  private void giveBack(String id) {
    try {
      Await.answer(queue.giveBack(name, id));
    } catch (RuntimeException e) {
      complain(e);
    }
  }

  /** Whether it was not in hand. */
  private boolean begin(Held held) {
    if (inHand.putIfAbsent(held.id(), held) != null) {
      return false;
    }
    Thread.ofPlatform().daemon().name("job-" + held.id()).start(() -> work(held));
    if (isEnding) {
      held.end(Why.SHUTDOWN);
    }
    return true;
  }

  private void work(Held held) {
    try {
      held.run();
    } catch (RuntimeException e) {
      log.error("Job {} is left to whoever finds it", held.id(), e);
    } finally {
      inHand.remove(held.id());
      news.release();
    }
  }

  private void pause() {
    try {
      if (news.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      isEnding = true;
    }
  }

  private void complain(RuntimeException error) {
    if (complaints.isDue()) {
      log.warn(
          "No job begins until Redis and the index of jobs are there ({}: {})",
          error.getClass().getSimpleName(),
          error.getMessage());
    }
  }

  private boolean isOutOfTime() {
    return isEnding && System.nanoTime() - endsAt > 0;
  }

  /** Begins nothing any more, ends what runs, and tells what becomes of it. */
  @Override
  public void stop(Runnable stopped) {
    Thread.ofPlatform()
        .name("executor-stop")
        .start(() -> {
          stop();
          stopped.run();
        });
  }

  @Override
  public void stop() {
    endsAt = System.nanoTime() + ENDING.toNanos();
    isEnding = true;
    inHand.values().forEach(it -> it.end(Why.SHUTDOWN));
    news.release();
    Thread working = thread;
    if (working != null) {
      try {
        working.join(ENDING.plusMillis(500));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    Thread working = thread;
    return working != null && working.isAlive();
  }

  /** Up while jobs can be begun: it has looked a short while ago, and could. */
  @Override
  public Health health() {
    boolean works = isRunning() && worked != NEVER && System.nanoTime() - worked < STUCK.toNanos();
    return (works ? Health.up() : Health.down()).build();
  }
}
