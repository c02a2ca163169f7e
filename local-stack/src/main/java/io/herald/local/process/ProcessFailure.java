package io.herald.local.process;

import java.util.List;

/** A child process did not start, or not in time. The message is one line for a person. */
public final class ProcessFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> lastLines;

  public ProcessFailure(String message) {
    this(message, List.of());
  }

  ProcessFailure(String message, List<String> lastLines) {
    super(message);
    this.lastLines = List.copyOf(lastLines);
  }

  ProcessFailure(String message, Throwable cause) {
    super(message, cause);
    this.lastLines = List.of();
  }

  /** The end of the process's log; empty when it wrote nothing. */
  public List<String> lastLines() {
    return lastLines;
  }
}
