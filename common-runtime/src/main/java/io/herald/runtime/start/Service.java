package io.herald.runtime.start;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** Runs a service so that an operator reads one line when it can't start. */
public final class Service {

  private static final AtomicInteger STATUS = new AtomicInteger();

  private static volatile boolean ending;

  private Service() {}

  /**
   * Starts the application and returns when it is up. On a wrong setting it prints one line and
   * ends the process with status 1; when asked to end (SIGTERM), at whatever moment, the process
   * drains and ends with status 0.
   */
  public static void run(Class<?> application, String... args) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true));
    // A JVM ended by a signal reports 143. These run when all is closed: say that it went well.
    SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(STATUS.get()));
    try {
      SpringApplication.run(application, args);
    } catch (SpringApplication.AbandonedRunException e) {
      throw e;
    } catch (RuntimeException e) {
      fail(application, e);
    }
  }

  private static void fail(Class<?> application, RuntimeException failure) {
    // Asked to end while still starting: what broke off then is no failure.
    if (!ending) {
      System.err.println(StartFailure.line(application.getSimpleName(), failure));
      STATUS.set(1);
      System.exit(1);
    }
  }
}
