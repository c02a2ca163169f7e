package io.herald.bench.outbound;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import io.herald.model.topic.Lane;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The option that names the lane of a benchmark's messages. */
public final class Lanes {
  public static final String OPTION = "--lane";

  private Lanes() {}

  /**
   * The lane that is asked for, or bulk.
   *
   * @throws UsageError when there is no such lane
   */
  public static Lane of(Arguments arguments) {
    String word = arguments.value(OPTION, Lane.BULK.word());
    return Arrays.stream(Lane.values())
        .filter(lane -> lane.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new UsageError("--lane must be one of " + words() + ", not " + word));
  }

  private static String words() {
    return Arrays.stream(Lane.values()).map(Lane::word).collect(Collectors.joining(", "));
  }
}
