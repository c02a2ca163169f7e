package io.herald.bench.pacing;

import io.herald.bench.emulator.Arrival;
import io.herald.bench.outbound.BenchMessage;
import io.herald.bench.report.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What one subject did with the workload, as the emulator saw it.
 *
 * @param makespanSeconds from the start of the broadcast to the acceptance of the last message that
 *     arrived; NaN when none did; likewise its ratio to the ideal
 * @param tooManyRequests calls that were answered with 429
 * @param replyP50Millis from the moment that a reply was asked for to its acceptance
 * @param reordered messages that were accepted after one of the same chat and lane that was handed
 *     over later
 * @param duplicates messages that were accepted once more
 * @param missing messages that were never accepted
 * @param failed messages that the subject itself gave up
 */
record PacingFigures(
    Subject subject,
    int messages,
    double makespanSeconds,
    double idealSeconds,
    double makespanToIdeal,
    long tooManyRequests,
    double replyP50Millis,
    double replyP99Millis,
    double replyMaxMillis,
    int reordered,
    int duplicates,
    int missing,
    int failed) {

  /**
   * Judges what arrived.
   *
   * @param arrivals in the order of acceptance; what is not of the workload is ignored
   */
  static PacingFigures of(
      Subject subject,
      Workload workload,
      Asked asked,
      List<Arrival> arrivals,
      long tooManyRequests) {
    Map<String, Long> firstMs = new HashMap<>();
    Places places = new Places(workload);
    int duplicates = 0;
    for (Arrival arrival : arrivals) {
      if (!places.knows(arrival.key())) {
        continue;
      }
      if (firstMs.putIfAbsent(arrival.key(), arrival.atMs()) == null) {
        places.take(arrival.key());
      } else {
        duplicates++;
      }
    }
    int missing = workload.size() - firstMs.size();
    long lastMs = firstMs.values().stream().mapToLong(Long::longValue).max().orElse(0);
    double makespan = firstMs.isEmpty() ? Double.NaN : (lastMs - asked.startedMs()) / 1e3;
    double ideal = Ideal.of(workload).seconds();
    double[] waits = waits(asked, firstMs);
    return new PacingFigures(
        subject,
        workload.size(),
        makespan,
        ideal,
        Figures.ratio(makespan, ideal),
        tooManyRequests,
        Figures.percentile(0.5, waits),
        Figures.percentile(0.99, waits),
        Figures.percentile(1, waits),
        places.reordered(),
        duplicates,
        missing,
        asked.failed());
  }

  /** Of replies that arrived. */
  private static double[] waits(Asked asked, Map<String, Long> firstMs) {
    return asked.repliesMs().entrySet().stream()
        .filter(reply -> firstMs.containsKey(reply.getKey()))
        .flatMapToDouble(reply -> DoubleStream.of(firstMs.get(reply.getKey()) - reply.getValue()))
        .toArray();
  }

  /** The place of each message in its workload, and how far each chat and lane has come. */
  private static final class Places {
    private record Queue(long chat, boolean reply) {}

    private record Place(Queue queue, int number) {}

    private final Map<String, Place> places = new HashMap<>();
    private final Map<Queue, Integer> reached = new HashMap<>();
    private int reordered;

    Places(Workload workload) {
      add(workload.broadcast(), false);
      add(workload.replies(), true);
    }

    private void add(List<BenchMessage> messages, boolean replies) {
      for (BenchMessage message : messages) {
        Queue queue = new Queue(message.chat(), replies);
        places.put(message.key(), new Place(queue, places.size()));
      }
    }

    boolean knows(String key) {
      return places.containsKey(key);
    }

    void take(String key) {
      Place place = places.get(key);
      int furthest = reached.merge(place.queue, place.number, Math::max);
      reordered += furthest > place.number ? 1 : 0;
    }

    int reordered() {
      return reordered;
    }
  }
}
