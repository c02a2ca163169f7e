package io.herald.local.redis;

import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Redis server as a child process, bound to the loopback address. It can be stopped, killed
 * and started again on its port; with {@link #durable} it comes back with its data, else empty.
 */
public final class EmbeddedRedis extends LocalProcess {
  /** The name of its log and pid file. */
  public static final String NAME = "redis";

  private final int port;
  private final Path folder;

  private EmbeddedRedis(int port, Path data, boolean appendOnly) {
    super(launch(port, data, appendOnly));
    this.port = port;
    this.folder = folder(data);
  }

  /**
   * A Redis that is not started yet and keeps its data in an append-only file, written out once a
   * second.
   *
   * @param port 0 takes a free one, kept for every restart
   * @param data its data goes to {@code <data>/redis}, its log to {@code <data>/logs/redis.log}
   */
  public static EmbeddedRedis durable(int port, Path data) {
    return new EmbeddedRedis(Ports.orFree(port), data, true);
  }

  /** The same, but in memory only. */
  public static EmbeddedRedis inMemory(int port, Path data) {
    return new EmbeddedRedis(Ports.orFree(port), data, false);
  }

  public int port() {
    return port;
  }

  public String url() {
    return "redis://localhost:" + port;
  }

  /** Removes every key of every database. */
  public void flush() {
    try {
      RedisQuestion.ask(port, "FLUSHALL");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Redis cannot be flushed: it does not answer at port " + port, e);
    }
  }

  /** The folder of its data. */
  public Path folder() {
    return folder;
  }

  private static Path folder(Path data) {
    return data.toAbsolutePath().normalize().resolve(NAME);
  }

  private static Launch launch(int port, Path data, boolean appendOnly) {
    Path folder = folder(data);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Redis's folder cannot be written: " + folder, e);
    }
    List<String> command =
        List.of(
            RedisProgram.in(folder).toString(),
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--dir",
            folder.toString(),
            "--appendonly",
            appendOnly ? "yes" : "no",
            "--appendfsync",
            "everysec",
            "--save",
            "");
    // While Redis loads its file it answers with an error, which counts as "not yet".
    Readiness pong = () -> RedisQuestion.ask(port, "PING").equals("+PONG");
    return new Launch(NAME, command, Map.of(), data, pong, Duration.ofSeconds(10));
  }
}
