package io.herald.system.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.Member;
import io.herald.system.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every service of a stack with a second replica, the gateways behind one address. */
final class Twice implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  private static final Pattern UNANSWERED =
      Pattern.compile("herald_worker_calls_total\\{outcome=\"unknown\"");

  private final Map<String, String> environment;
  private final List<List<Member>> services;
  private final List<String> drains = new ArrayList<>();
  private Duration longest = Duration.ZERO;
  private int unanswered;

  private Twice(Map<String, String> environment, List<Member> first) {
    this.environment = environment;
    this.services =
        first.stream()
            .<List<Member>>map(each -> new CopyOnWriteArrayList<>(List.of(each)))
            .toList();
  }

  /** Starts the second replicas; all are ready. */
  static Twice of(Stack stack, LoadBalancer balancer) {
    var address = Map.of("PUBLIC_BASE_URL", balancer.address().toString());
    Twice twice = new Twice(address, stack.services());
    balancer.serve(twice.services.getFirst());
    try {
      stack.gateway().restartWith(address);
      twice.services.forEach(replicas -> twice.add(replicas, "b"));
      return twice;
    } catch (RuntimeException e) {
      twice.close();
      throw e;
    }
  }

  private void add(List<Member> replicas, String suffix) {
    Member next = replicas.getFirst().replica(suffix);
    next.startWith(environment);
    replicas.add(next);
    next.awaitReady();
  }

  /** Replaces each replica of each service by a new one, in the direction of an update. */
  void replaceEach(Runnable before) {
    for (List<Member> replicas : services) {
      for (String suffix : List.of("c", "d")) {
        before.run();
        add(replicas, suffix);
        end(replicas.getFirst());
        replicas.removeFirst();
      }
    }
  }

  private void end(Member oldest) {
    unanswered += (int) oldest.metric(UNANSWERED);
    long asked = System.nanoTime();
    int exitCode = oldest.stop();
    Duration drain = Duration.ofNanos(System.nanoTime() - asked);
    drains.add(String.format(Locale.ROOT, "%s %.1f s", oldest.name(), drain.toMillis() / 1000.0));
    longest = drain.compareTo(longest) > 0 ? drain : longest;
    assertThat(exitCode).as("exit code of " + oldest.name()).isZero();
    assertThat(drain).as("time " + oldest.name() + " took to end").isLessThan(DRAIN);
  }

  /**
   * Calls to Telegram that ran into their timeout, on a machine that is too busy, but for those of
   * a process that was already asked to end. Each is made again and may so double a message,
   * restart or not.
   */
  int unanswered() {
    double now =
        services.stream().flatMap(List::stream).mapToDouble(each -> each.metric(UNANSWERED)).sum();
    return unanswered + (int) now;
  }

  /** How long each took from SIGTERM to its end, and the longest. */
  String drains() {
    String all = drains.stream().collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "drained: %s; longest %.1f s (goal 20)", all, longest.toMillis() / 1e3);
  }

  @Override
  public void close() {
    services.stream().flatMap(List::stream).forEach(Member::kill9);
  }
}
