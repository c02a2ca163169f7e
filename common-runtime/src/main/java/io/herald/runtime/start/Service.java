package io.herald.runtime.start;

import org.springframework.boot.SpringApplication;

/** Runs a service so that an operator reads one line when it can't start. */
public final class Service {

  private Service() {}

  /**
   * Starts the application and returns when it is up. On a wrong setting it prints one line and
   * ends the process with status 1; when asked to end (SIGTERM), the process drains and ends with
   * status 0.
   */
  public static void run(Class<?> application, String... args) {
    try {
      SpringApplication.run(application, args);
    } catch (RuntimeException e) {
      if (isAbandoned(e)) {
        throw e;
      }
      System.err.println(StartFailure.line(application.getSimpleName(), e));
      System.exit(1);
    }
    // A JVM ended by a signal reports 143. By now everything is closed: say that it went well.
    SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
  }

  // Spring Boot's own way to leave run() early, for example while it trains a cache.
  private static boolean isAbandoned(RuntimeException e) {
    return e instanceof SpringApplication.AbandonedRunException;
  }
}
