package io.herald.system.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.Member;
import io.herald.system.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces the services of a stack one after the other, as a rolling update with {@code maxSurge}
 * does it: the new replica is ready before the old one is asked to end. The gateways stand behind
 * one address.
 */
final class Rollout implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  /** A start on two cores that all the others keep busy. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final Pattern UNANSWERED =
      Pattern.compile("herald_worker_calls_total\\{outcome=\"unknown\"");

  private final Map<String, String> environment;
  private final LoadBalancer balancer;
  private final List<Member> services;
  private final List<String> drains = new ArrayList<>();
  private Duration longest = Duration.ZERO;
  private int unanswered;

  private Rollout(Stack stack, LoadBalancer balancer) {
    this.environment = Map.of("PUBLIC_BASE_URL", balancer.address().toString());
    this.balancer = balancer;
    this.services = new ArrayList<>(stack.services());
  }

  /** Has callers come to the gateway by the balancer. */
  static Rollout of(Stack stack, LoadBalancer balancer) {
    Rollout rollout = new Rollout(stack, balancer);
    balancer.serve(List.of(stack.gateway()));
    stack.gateway().restartWith(rollout.environment);
    return rollout;
  }

  /** Replaces each service, in the direction of an update; something is done before each. */
  void replaceEach(Runnable before) {
    for (int i = 0; i < services.size(); i++) {
      before.run();
      Member old = services.get(i);
      Member next = old.replica("b");
      services.set(i, next);
      try {
        replace(old, next, i == 0);
      } finally {
        old.kill9();
      }
    }
  }

  private void replace(Member old, Member next, boolean isGateway) {
    next.startWith(environment);
    if (isGateway) {
      balancer.serve(List.of(old, next));
    }
    next.awaitReady(START);
    end(old);
    if (isGateway) {
      balancer.serve(List.of(next));
    }
  }

  private void end(Member old) {
    unanswered += (int) old.metric(UNANSWERED);
    long asked = System.nanoTime();
    int exitCode = old.stop();
    Duration drain = Duration.ofNanos(System.nanoTime() - asked);
    drains.add(String.format(Locale.ROOT, "%s %.1f s", old.name(), drain.toMillis() / 1000.0));
    longest = drain.compareTo(longest) > 0 ? drain : longest;
    assertThat(exitCode).as("exit code of " + old.name()).isZero();
    assertThat(drain).as("time " + old.name() + " took to end").isLessThan(DRAIN);
  }

  /**
   * Calls to Telegram that ran into their timeout, on a machine that is too busy, but for those of
   * a process that was already asked to end. Each is made again and may so double a message,
   * restart or not.
   */
  int unanswered() {
    return unanswered + (int) services.stream().mapToDouble(each -> each.metric(UNANSWERED)).sum();
  }

  /** How long each took from SIGTERM to its end, and the longest. */
  String drains() {
    String all = drains.stream().collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "drained: %s; longest %.1f s (goal 20)", all, longest.toMillis() / 1e3);
  }

  @Override
  public void close() {
    services.forEach(Member::kill9);
  }
}
