package io.herald.local.process;

import java.util.ArrayList;
import java.util.List;

/** Command lines of Java children: the one place that knows their JVM options. */
public final class JavaCommand {
  /**
   * Options for many small JVMs on few cores: the serial collector has no threads of its own,
   * compact headers save about a tenth of the heap, and the last two silence warnings about what
   * Netty and Kafka's compression codecs do.
   */
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xshare:auto",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private JavaCommand() {}

  /** The options of a small JVM with at most this much heap. */
  public static List<String> small(int heapMebibytes) {
    List<String> options = new ArrayList<>(SMALL);
    options.add("-Xmx" + heapMebibytes + "m");
    return options;
  }

  /**
   * The same for one that lives for a minute or two: the second compiler would take as much
   * processor time as all the rest and give nothing back.
   */
  public static List<String> shortLived(int heapMebibytes) {
    List<String> options = small(heapMebibytes);
    options.add("-XX:TieredStopAtLevel=1");
    return options;
  }

  /**
   * {@code java <options> <target>}, where the target is a main class or {@code -jar <file>}, and
   * its arguments.
   */
  public static List<String> of(List<String> options, String... target) {
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
    command.addAll(options);
    command.addAll(List.of(target));
    return command;
  }
}
