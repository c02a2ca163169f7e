package io.herald.local;

import io.herald.local.kafka.BrokerProcess;
import io.herald.local.options.UsageError;
import io.herald.local.process.Installation;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.Readiness;
import io.herald.local.process.ServiceProcess;
import io.herald.local.process.ServiceSpec;
import io.herald.local.redis.EmbeddedRedis;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    screen.line("Starting Herald, the logs are in " + data.path().resolve("logs"));
    Plan plan = Plan.of(options, System.getenv(), data.secrets());
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("restarts").factory());
    List<Supervised> parts =
        plan.parts().parallelStream()
            .map(part -> new Supervised(part, process(part, plan, data.path()), clock, screen))
            .toList();
    Stack stack = new Stack(parts, screen);
    FasterStarts faster =
        new FasterStarts(
            plan.services().stream()
                .map(part -> spec(part, plan.settings(), data.path()))
                .toList());
    LocalProcess.atExit(() -> stop(stack, faster, data, screen));
    stack.start();
    if (plan.has(Parts.EMULATOR)) {
      introduceBot(plan);
    }
    screen.lines(Summary.of(plan, data.path(), stack.elapsed()));
    faster.prepare(clock);
  }

  /**
   * The emulator knows a bot from its first call on, and a user may be quicker than the gateway.
   */
  private static void introduceBot(Plan plan) {
    URI getMe =
        URI.create(plan.settings().get("TELEGRAM_API_URL") + "/bot" + Plan.DEMO_TOKEN + "/getMe");
    try {
      if (!Readiness.http(getMe).ready()) {
        throw new ProcessFailure("The emulator does not take the demo bot");
      }
    } catch (IOException e) {
      throw new ProcessFailure("The emulator does not answer: " + e.getMessage());
    }
  }

  private static LocalProcess process(Part part, Plan plan, Path data) {
    return switch (part.name()) {
      case Parts.REDIS -> EmbeddedRedis.durable(part.port(), data);
      case Parts.KAFKA ->
          BrokerProcess.of(part.port(), data, JavaCommand.small(part.heapMebibytes()));
      case Parts.PROMETHEUS, Parts.GRAFANA -> plan.observers().process(part, data);
      // It is Telegram, which knows nothing of Herald but what the Bot API tells it.
      case Parts.EMULATOR -> service(part, Map.of(), data);
      default -> service(part, plan.settings(), data);
    };
  }

  private static ServiceProcess service(Part part, Map<String, String> settings, Path data) {
    return ServiceProcess.of(Unpacked.archived(spec(part, settings, data)));
  }

  private static ServiceSpec spec(Part part, Map<String, String> settings, Path data) {
    return ServiceSpec.of(part.name(), part.port(), data)
        .from(Unpacked.in(data).jar(part.name()))
        .with(settings)
        .jvmOptions(JavaCommand.small(part.heapMebibytes()));
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
  private static void stop(Stack stack, FasterStarts faster, DataFolder data, Screen screen) {
    stopping = true;
    screen.line("Stopping ...");
    faster.stop();
    stack.stop();
    screen.line("Stopped. The data stays in " + data.path() + ".");
    Runtime.getRuntime().halt(exitCode);
  }

  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
