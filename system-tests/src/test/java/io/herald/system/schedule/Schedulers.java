package io.herald.system.schedule;

import io.herald.system.stack.Member;
import io.herald.system.stack.Pace;
import io.herald.system.stack.WayOut;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The way out, and three schedulers in front of it. */
final class Schedulers implements AutoCloseable {

  private final WayOut wayOut;
  private final List<Member> replicas;

  private Schedulers(WayOut wayOut, Map<String, String> environment) {
    this.wayOut = wayOut;
    this.replicas =
        IntStream.rangeClosed(1, 3).mapToObj(n -> wayOut.scheduler(n, environment)).toList();
  }

  /** Starts everything; all are ready. */
  static Schedulers start(String name, Map<String, String> environment) {
    var all = new Schedulers(WayOut.start(name, Pace.FREE), environment);
    try {
      all.startAll();
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  /** Starts the schedulers; all are ready. */
  void startAll() {
    replicas.forEach(Member::start);
    replicas.forEach(Member::awaitReady);
  }

  /** One of them, whatever the number. */
  Member replica(int number) {
    return replicas.get(number % replicas.size());
  }

  /** None is left. */
  void killAll() {
    replicas.forEach(Member::kill9);
  }

  WayOut wayOut() {
    return wayOut;
  }

  String kafka() {
    return wayOut.broker().bootstrapServers();
  }

  @Override
  public void close() {
    wayOut.close();
  }
}
