package io.herald.bench.run;

import io.herald.local.process.Installation;
import java.util.List;

/** The one place for the options of every JVM that is compared: {@code benchmarks/jvm.options}. */
public final class SameOptions {
  private SameOptions() {}

  public static List<String> ofEveryJvm() {
    return List.of("@" + Installation.root().resolve("benchmarks/jvm.options"));
  }
}
