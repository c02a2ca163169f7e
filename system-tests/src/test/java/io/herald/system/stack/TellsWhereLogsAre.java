package io.herald.system.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds to a failure where the processes have logged. */
public final class TellsWhereLogsAre
    implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    throw told(failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable cause) {
    throw told(cause);
  }

  private static AssertionError told(Throwable failure) {
    return new AssertionError(
        failure.getMessage() + "\nThe processes' logs: " + Ground.FOLDER + "/*/logs", failure);
  }
}
