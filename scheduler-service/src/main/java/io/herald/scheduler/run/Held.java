package io.herald.scheduler.run;

/** A job that this executor has in hand; its {@code run} returns when it has not any more. */
interface Held extends Runnable {

  /** The job's id. */
  String id();

  /** Which attempt it is. */
  int attempt();

  /** Ends it soon for that reason; of several reasons the first counts. */
  void end(Why why);
}
