package io.herald.bench.emulator;

import io.herald.bench.run.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the emulator's log of accepted sends from the moment of its creation on, page by page: the
 * emulator keeps only so many.
 */
public final class Arrivals {
  private static final Duration ASK_EVERY = Duration.ofMillis(250);

  private final EmulatorControl emulator;
  private final List<Arrival> all = new ArrayList<>();
  private long since;

  private Arrivals(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  /** Of messages that are accepted from now on. */
  public static Arrivals from(EmulatorControl emulator) throws InterruptedException {
    Arrivals arrivals = new Arrivals(emulator);
    arrivals.read();
    arrivals.all.clear();
    return arrivals;
  }

  /**
   * Reads on until so many have arrived.
   *
   * @param silence how long none may arrive before the wait is given up
   * @return false when it was given up
   */
  public boolean await(int count, Duration silence) throws InterruptedException {
    int before = all.size();
    long lastNews = System.nanoTime();
    while (read() < count) {
      if (all.size() > before) {
        before = all.size();
        lastNews = System.nanoTime();
      } else if (System.nanoTime() - lastNews > silence.toNanos()) {
        return false;
      }
      Waiting.pause(ASK_EVERY);
    }
    return true;
  }

  /** Reads what has arrived meanwhile and returns the number of all. */
  public int read() throws InterruptedException {
    OutgoingPage page;
    do {
      page = emulator.outgoing(since);
      since = page.next();
      all.addAll(page.items());
    } while (!page.items().isEmpty());
    return all.size();
  }

  /** What was read so far, in the order of acceptance. */
  public List<Arrival> all() {
    return List.copyOf(all);
  }
}
