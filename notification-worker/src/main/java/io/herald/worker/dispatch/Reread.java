package io.herald.worker.dispatch;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads deferred messages again. */
public interface Reread {

  /**
   * Reads messages of one partition.
   *
   * @param messages at least one, in the order of their offsets
   * @return those that are still there, in that order; fails while Kafka does
   */
  CompletionStage<List<Entry>> read(List<Deferred> messages);
}
