package io.herald.bench.send;

import java.util.List;

/**
 * What a worker holds while messages wait: its heap after a full collection, MB of 10^6 bytes.
 *
 * @param idle before the messages were published
 * @param samples with the messages waiting, five seconds apart
 */
record WaitingHeap(int waiting, double idle, List<Double> samples) {

  double most() {
    return samples.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
