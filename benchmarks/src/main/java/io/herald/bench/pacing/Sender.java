package io.herald.bench.pacing;

/** A subject that is up. */
interface Sender extends AutoCloseable {

  /**
   * Has a workload sent: the broadcast at once, the replies at their pace.
   *
   * @return after the last reply was asked for; messages may still be under way
   */
  Asked send(Workload workload) throws InterruptedException;

  @Override
  void close();
}
