package io.herald.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One service as a process, for example {@code ServiceSpec.of("bot-service", 8081,
 * data).with("REDIS_URL", url)}.
 *
 * @param name the service's name among its processes, log and pid files; the module's name unless
 *     several replicas run
 * @param jar what is started: the executable jar of the module
 * @param port handed over as {@code SERVER_PORT}; asked for readiness
 * @param data the folder for logs and pid files
 * @param environment added to the environment of this JVM
 * @param jvmOptions all options of the JVM; those of {@link JavaCommand#small} unless replaced
 * @param grace how long SIGTERM may take before SIGKILL
 */
public record ServiceSpec(
    String name,
    Path jar,
    int port,
    Path data,
    Map<String, String> environment,
    List<String> jvmOptions,
    Duration grace) {
  private static final int HEAP_MEBIBYTES = 192;

  public ServiceSpec {
    environment = Map.copyOf(environment);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /**
   * A service with no environment of its own and a small heap; port 0 takes a free one.
   *
   * @throws ProcessFailure when its jar is not built
   */
  public static ServiceSpec of(String module, int port, Path data) {
    return new ServiceSpec(
        module,
        Installation.jar(module),
        Ports.orFree(port),
        data,
        Map.of(),
        JavaCommand.small(HEAP_MEBIBYTES),
        Launch.DRAIN);
  }

  /** The same with one more environment variable. */
  public ServiceSpec with(String variable, String value) {
    return with(Map.of(variable, value));
  }

  /** The same with more environment variables; they win over those set before. */
  public ServiceSpec with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new ServiceSpec(name, jar, port, data, all, jvmOptions, grace);
  }

  /** The same under another name: a further replica. */
  public ServiceSpec named(String newName) {
    return new ServiceSpec(newName, jar, port, data, environment, jvmOptions, grace);
  }

  /** The same on another port; 0 takes a free one. */
  public ServiceSpec at(int otherPort) {
    return new ServiceSpec(
        name, jar, Ports.orFree(otherPort), data, environment, jvmOptions, grace);
  }

  /** The same with these JVM options and no others. */
  public ServiceSpec jvmOptions(List<String> options) {
    return new ServiceSpec(name, jar, port, data, environment, options, grace);
  }

  /** The same from another jar. */
  public ServiceSpec from(Path otherJar) {
    return new ServiceSpec(name, otherJar, port, data, environment, jvmOptions, grace);
  }

  Launch launch() {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("SERVER_PORT", Integer.toString(port));
    // Nothing on a developer's machine is for the neighbours, unless they say so.
    variables.putIfAbsent(
        "SERVER_ADDRESS", System.getenv().getOrDefault("SERVER_ADDRESS", "127.0.0.1"));
    List<String> command = JavaCommand.of(jvmOptions, "-jar", jar.toString());
    Readiness readiness = Readiness.http(ServiceProcess.url(port, "/actuator/health/readiness"));
    return new Launch(name, command, variables, data, readiness, grace);
  }
}
