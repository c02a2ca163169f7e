package io.herald.worker.dispatch;

/** Tells the reader of a record that all that follows from it is durable. Safe from any thread. */
public interface Receipt {

  /** For a message that lies on a shelf and whose record there was not read yet. */
  Receipt NONE = () -> {};

  /** The record is done with: its offset may be committed. */
  void finish();
}
