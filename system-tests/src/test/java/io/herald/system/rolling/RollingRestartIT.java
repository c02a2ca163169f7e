package io.herald.system.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.Misfire;
import io.herald.system.emulator.Emulator;
import io.herald.system.emulator.Emulator.BulkOrder;
import io.herald.system.emulator.Emulator.Run;
import io.herald.system.notify.Api;
import io.herald.system.notify.Delivered;
import io.herald.system.notify.Requests;
import io.herald.system.schedule.DueTimes;
import io.herald.system.stack.OwnStack;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every service is replaced as Kubernetes does it while updates come in, notifications are asked
 * for and schedules are due. Counted at the emulator.
 */
@Tag("prove")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
@OwnStack
class RollingRestartIT {

  private static final Path TABLE = Path.of("target", "prove", "rolling.txt");
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  // Both processor cores are for the system.
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);
  private static final int USERS = 500;
  private static final double UPDATES_PER_SECOND = 300;
  private static final int REQUESTS_PER_SECOND = 20;
  private static final int WARM_UP = 2_000;
  // More than there will be: the streams end when every service is replaced.
  private static final int ENDLESS = 1_000_000;
  private static final int DUE_AT_ONCE = 60;
  private static final Duration DUE_FROM = Duration.ofSeconds(5);
  private static final Duration DUE_OVER = Duration.ofSeconds(15);

  private static final String ASKED = "asked";
  private static final String DUE = "due";

  private int due;

  @Test
  void everyServiceIsReplacedUnderLoadAndNothingIsLostOrDoubled() throws IOException {
    try (Stack stack = Stack.start("rolling-restart");
        LoadBalancer balancer = LoadBalancer.open();
        Rollout rollout = Rollout.of(stack, balancer);
        Requests requests = requests(stack, balancer)) {
      Run updates = updates(stack.emulator());
      var notifications = Delivered.byPrefix(stack.emulator(), ASKED);
      var schedules = Delivered.byPrefix(stack.emulator(), DUE);
      long begin = System.nanoTime();
      rollout.replaceEach(() -> {
        moreDue(stack);
        notifications.distinct();
        schedules.distinct();
      });
      long replaced = System.nanoTime();
      stack.emulator().stop(updates);
      int asked = requests.enough();
      awaitEnd(
          stack, updates, () -> notifications.distinct() == asked & schedules.distinct() == due);
      Run end = stack.emulator().run(updates);
      List<Fate> fates =
          List.of(
              new Fate("updates, 300 a second", end.created(), end.distinct(), end.duplicates()),
              Fate.of("notifications, 20 a second", asked, notifications),
              Fate.of("schedules, 4 a second", due, schedules));
      int unanswered = rollout.unanswered();
      tell(
          fates,
          "calls without an answer: " + unanswered,
          "replaced in "
              + seconds(begin, replaced)
              + " s, all there after another "
              + seconds(replaced, System.nanoTime())
              + " s",
          rollout.drains());
      assertThat(fates)
          .allSatisfy(fate -> {
            assertThat(fate.lost()).as(fate.what() + " lost").isZero();
            assertThat(fate.doubled()).as(fate.what() + " doubled").isZero();
          });
    }
  }

  /** Requests at a steady rate begin. */
  private static Requests requests(Stack stack, LoadBalancer balancer) {
    long first = People.crowd(USERS);
    stack.emulator().welcome(first, USERS);
    List<Long> chats = LongStream.range(first, first + USERS).boxed().toList();
    Api api = Api.behind(balancer.address());
    return new Requests(api, ASKED, chats, ENDLESS, REQUESTS_PER_SECOND);
  }

  /** Updates at a steady rate begin, after some that warm the system up. */
  private static Run updates(Emulator emulator) {
    Run warming = emulator.start(order(WARM_UP));
    until("all is warm", () -> emulator.run(warming).distinct() == WARM_UP);
    return emulator.start(order(ENDLESS));
  }

  private static BulkOrder order(int count) {
    return BulkOrder.distinct(count, USERS, UPDATES_PER_SECOND, People.crowd(USERS));
  }

  /** Some more schedules, due within the next seconds. */
  private void moreDue(Stack stack) {
    Instant first = Instant.now().plus(DUE_FROM);
    DueTimes more = DueTimes.of(DUE + due, DUE_AT_ONCE, first, DUE_OVER);
    more.publish(stack.broker().bootstrapServers(), stack.emulator(), Misfire.DEFAULT);
    due += DUE_AT_ONCE;
  }

  /** Waits until everything has arrived and is committed, or patience ends. */
  private static void awaitEnd(Stack stack, Run updates, BooleanSupplier othersArrived) {
    Waiting.pass(DUE_FROM.plus(DUE_OVER));
    Emulator emulator = stack.emulator();
    long begin = System.nanoTime();
    until(
        "the end",
        () ->
            System.nanoTime() - begin > PATIENCE.toNanos()
                // Asked each time: the emulator does not keep everything for ever.
                || (othersArrived.getAsBoolean()
                    && emulator.run(updates).distinct() == emulator.run(updates).created()
                    && Topic.lag(stack.broker().bootstrapServers()) == 0));
  }

  private static void until(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE.plusSeconds(30))
        .pollInterval(ASK_EVERY)
        .until(condition);
  }

  private static long seconds(long fromNanos, long toNanos) {
    return Duration.ofNanos(toNanos - fromNanos).toSeconds();
  }

  private static void tell(List<Fate> fates, String... below) throws IOException {
    List<String> lines =
        Stream.of(Stream.of(Fate.HEAD), fates.stream().map(Fate::row), Stream.of(below))
            .flatMap(part -> part)
            .toList();
    System.out.println(String.join("\n", lines));
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
  }
}
