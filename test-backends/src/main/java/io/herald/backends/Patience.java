package io.herald.backends;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Has every {@code await()} wait for a minute where it is not told otherwise: what is awaited comes
 * within moments, but a busy machine may take many times as long, and only a failure waits in vain.
 * The JUnit platform finds it by itself.
 */
public final class Patience implements TestExecutionListener {

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }
}
