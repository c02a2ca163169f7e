package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of another project that judges what we deliver. Where it is missing, the test fails:
 * not having looked is not the same as being right.
 *
 * @param name as it is called
 * @param debianPackage what brings it
 */
record Program(String name, String debianPackage) {

  static final Program PROMTOOL = new Program("promtool", "prometheus");
  static final Program BASH = new Program("bash", "bash");
  static final Program SYSTEMD_ANALYZE = new Program("systemd-analyze", "systemd");

  /** Runs it; it has to end well. Returns all that it wrote. */
  String succeeds(Object... arguments) {
    Result result = run(arguments);
    assertThat(result.status()).as("%s%n%s", List.of(arguments), result.output()).isZero();
    return result.output();
  }

  /** Runs it, whatever comes of it. */
  Result run(Object... arguments) {
    List<String> command = new ArrayList<>(List.of(path()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true);
      process.environment().put("LC_ALL", "C.UTF-8");
      Process running = process.start();
      running.getOutputStream().close();
      String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(running.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String path() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                name + " is not on the PATH: install Debian's package " + debianPackage))
        .toString();
  }

  /**
   * What came of it.
   *
   * @param status 0 for success
   * @param output of both streams
   */
  record Result(int status, String output) {}
}
