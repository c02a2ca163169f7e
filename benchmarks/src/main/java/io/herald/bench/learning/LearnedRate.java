package io.herald.bench.learning;

import io.herald.bench.run.Prometheus;
import java.util.Map;

/**
 * What the worker believes that Telegram takes.
 *
 * @param second of the run
 * @param series every gauge whose name tells of the flood control's rate; empty when the worker has
 *     none
 */
record LearnedRate(int second, Map<String, Double> series) {

  static LearnedRate at(int second, Prometheus metrics) throws InterruptedException {
    return new LearnedRate(
        second, metrics.series(name -> name.contains("flood") && name.contains("rate")));
  }
}
