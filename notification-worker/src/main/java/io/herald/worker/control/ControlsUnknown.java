package io.herald.worker.control;

import io.herald.runtime.kafka.TryAgainLater;

/** This worker has just begun: what was paused or stopped is still being read. */
public final class ControlsUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  public ControlsUnknown() {
    super("what was paused or stopped is still being read");
  }
}
