package io.herald.local.redis;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Redis alone: {@code java -cp local-stack.jar io.herald.local.redis.RunRedis --port 6379 --data
 * DIR}. Ready when it prints its address; on SIGTERM it stops Redis and ends with exit code 0. Its
 * child's pid is in {@code DIR/run/redis.pid}.
 */
public final class RunRedis {
  private RunRedis() {}

  public static void main(String[] args) {
    try {
      Arguments arguments = Arguments.parse(args, Set.of("--port", "--data"));
      run(arguments.port("--port", 6379), Path.of(arguments.value("--data", "data")));
    } catch (UsageError e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (ProcessFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(int port, Path data) {
    EmbeddedRedis redis = EmbeddedRedis.durable(port, data);
    LocalProcess.atExit(() -> stop(redis));
    redis.start();
    redis.awaitReady(Duration.ofSeconds(30));
    System.out.println("Redis is ready at " + redis.url());
    System.exit(redis.onExit().join());
  }

  private static void stop(EmbeddedRedis redis) {
    Runtime.getRuntime().halt(redis.stop());
  }
}
