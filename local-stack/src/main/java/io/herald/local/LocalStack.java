package io.herald.local;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.options.UsageError;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import io.herald.local.redis.EmbeddedRedis;
import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The whole system on this machine by one command. Exit codes: 0 after Ctrl-C or SIGTERM, 1 when
 * the start failed, 2 for a wrong command line.
 */
public final class LocalStack {
  private static volatile boolean stopping;
  private static volatile int exitCode;

  private LocalStack() {}

  public static void main(String[] args) throws InterruptedException {
    if (Arrays.stream(args)
        .anyMatch(argument -> argument.equals("--help") || argument.equals("-h"))) {
      System.out.println(Options.HELP);
      return;
    }
    Screen screen = new Screen(System.out, onTerminal());
    try {
      run(Options.parse(args, Installation.root()), screen);
    } catch (UsageError e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (ProcessFailure e) {
      fail(e, screen);
    }
    // The data folder is held and the parts are looked after until a signal ends this JVM.
    new CountDownLatch(1).await();
  }

  private static void run(Options options, Screen screen) {
    DataFolder data = DataFolder.take(options.data());
    Plan plan = Plan.of(options, System.getenv(), data.webhookSecret());
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("restarts").factory());
    List<Supervised> parts =
        plan.parts().stream()
            .map(part -> new Supervised(part, process(part, plan, data.path()), clock, screen))
            .toList();
    Stack stack = new Stack(parts, screen);
    LocalProcess.atExit(() -> stop(stack, data, screen));
    screen.line("Starting Herald, the logs are in " + data.path().resolve("logs"));
    stack.start();
    screen.lines(Summary.of(plan, data.path(), stack.elapsed()));
  }

  private static LocalProcess process(Part part, Plan plan, Path data) {
    List<String> jvm = JavaCommand.small(part.heapMebibytes());
    return switch (part.name()) {
      case Parts.REDIS -> EmbeddedRedis.durable(part.port(), data);
      case Parts.KAFKA -> BrokerProcess.of(part.port(), data, jvm);
      // It is Telegram, and Telegram is told by its callers where to call back.
      case Parts.EMULATOR ->
          ServiceProcess.of(ServiceSpec.of(part.name(), part.port(), data).jvmOptions(jvm));
      default ->
          ServiceProcess.of(
              ServiceSpec.of(part.name(), part.port(), data).with(plan.settings()).jvmOptions(jvm));
    };
  }

  private static void fail(ProcessFailure failure, Screen screen) {
    if (!stopping) {
      exitCode = 1;
      screen.line(failure.getMessage());
      failure.lastLines().forEach(line -> screen.line("  | " + line));
      System.exit(exitCode);
    }
  }

  /**
   * Runs as shutdown hook. A stop on request is a success, so the exit code is not that of the
   * signal.
   */
  private static void stop(Stack stack, DataFolder data, Screen screen) {
    stopping = true;
    screen.line("Stopping ...");
    stack.stop();
    screen.line("Stopped. The data stays in " + data.path() + ".");
    Runtime.getRuntime().halt(exitCode);
  }

  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
