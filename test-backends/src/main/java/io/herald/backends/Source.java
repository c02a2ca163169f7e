package io.herald.backends;

import java.util.Locale;

/** Where brokers and Redis servers come from. */
interface Source {
  TestKafka kafka();

  TestRedis redis();

  /**
   * The source of this JVM: {@code HERALD_TEST_BACKENDS=embedded} or {@code containers} forces one,
   * else Docker's answer decides.
   */
  static Source choose(String forced) {
    return switch (forced.strip().toLowerCase(Locale.ROOT)) {
      case "embedded" -> new EmbeddedSource();
      case "containers" -> new ContainerSource();
      case "" -> Docker.answers() ? new ContainerSource() : new EmbeddedSource();
      default ->
          throw new IllegalArgumentException(
              "HERALD_TEST_BACKENDS must be embedded or containers, not " + forced);
    };
  }
}
