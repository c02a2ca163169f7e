package io.herald.system.stack;

import io.herald.local.Rehearsal;
import io.herald.local.Unpacked;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A service of the stack: one process after the other, on the same port, with the same log. */
public final class Member {

  /** Two busy cores start five JVMs at once in half a minute, slow ones in more than one. */
  static final Duration START = Duration.ofMinutes(3);

  private final ServiceSpec spec;
  private ServiceProcess process;

  Member(ServiceSpec spec) {
    this.spec = spec;
    this.process = ServiceProcess.of(spec);
  }

  /** One more of the same service on a port of its own, with a name's ending; it is not started. */
  public Member replica(String ending) {
    String name = spec.name().replaceFirst("-[b-z]$", "") + "-" + ending;
    // The gateway's socket for local programs is the first one's.
    return new Member(spec.named(name).at(0).with("HERALD_SOCKET", ""));
  }

  /** Starts it as it was configured first, and does not wait. */
  public void start() {
    startWith(Map.of());
  }

  /** Starts it with these environment variables besides its own, and does not wait. */
  public void startWith(Map<String, String> environment) {
    process = ServiceProcess.start(Unpacked.archived(spec.with(environment)));
  }

  /** Starts it as it was configured first, but from that jar, and does not wait. */
  void startFrom(Path jar) {
    process = ServiceProcess.start(spec.from(jar));
  }

  /** Makes every later start faster, also of other stacks; once is enough. */
  void rehearse() {
    if (!Rehearsal.isDone(spec)) {
      try (Rehearsal rehearsal = Rehearsal.of(spec)) {
        rehearsal.start();
        rehearsal.finish();
      }
    }
  }

  /** Waits until it can do its work. */
  public void awaitReady() {
    awaitReady(START);
  }

  /** The same for a machine that has much else to do. */
  public void awaitReady(Duration atMost) {
    process.awaitReady(atMost);
  }

  /** SIGTERM; SIGKILL after the 20 s that the outside contract allows. Returns the exit code. */
  public int stop() {
    return process.stop();
  }

  /** SIGKILL. */
  public void kill9() {
    process.kill9();
  }

  /** Stops it and has it come back with these environment variables besides its own. */
  public void restartWith(Map<String, String> environment) {
    stop();
    startWith(environment);
    awaitReady();
  }

  /** One question, now. */
  public boolean isReady() {
    return process.isReady();
  }

  /** Its address, with that path. */
  public URI url(String path) {
    return process.url(path);
  }

  /** The service's name. */
  public String name() {
    return spec.name();
  }

  /**
   * The sum of a metric's samples in Prometheus' text form; 0 while it does not run or has none.
   *
   * @param sample finds the samples, for example {@code herald_worker_lag\\{topic="herald}
   */
  public double metric(Pattern sample) {
    return exposition()
        .lines()
        .filter(line -> sample.matcher(line).lookingAt())
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** All its metrics in Prometheus' text form; empty while it does not run. */
  public String exposition() {
    try (InputStream page = process.url("/actuator/prometheus").toURL().openStream()) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Lines of its log, of all its processes, that the pattern is found in. */
  public List<String> logged(Pattern pattern) {
    try (var lines = Files.lines(process.log())) {
      return lines.filter(pattern.asPredicate()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
