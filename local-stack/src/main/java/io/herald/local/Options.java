package io.herald.local;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param data where everything is kept
 * @param portOffset added to every port
 * @param without names of parts that are not started
 * @param observe whether Prometheus and Grafana are wanted
 */
record Options(Path data, int portOffset, List<String> without, boolean observe) {
  static final String HELP =
      """
      Usage: bin/run [options]

      Starts Herald on this machine: Redis, Kafka, a local Telegram with a chat page, and the services.
      With TELEGRAM_BOT_TOKEN set it talks to the real Telegram by long polling instead.

        --data DIR           where Kafka, Redis and the logs are kept (default: data in Herald's folder)
        --port-offset N      adds N to every port
        --without NAME,NAME  leaves parts out: %s
        --observe            Prometheus with Herald's alerts and Grafana with its dashboards as well, where they are installed
        --help               shows this

      What is set in the environment goes to the services and wins over what the stack would set; with
      KAFKA_BOOTSTRAP_SERVERS, REDIS_URL, TELEGRAM_API_URL or HERALD_OIDC_ISSUER_URI set, the part that it
      replaces is not started.
      Ctrl-C stops everything; the next start continues with the data.\
      """
          .formatted(String.join(", ", Parts.names()));

  /** Every port has to stay a port, 9092 being the highest. */
  private static final int MOST_OFFSET = 65_535 - 9_092;

  Options {
    data = data.toAbsolutePath().normalize();
    without = List.copyOf(without);
  }

  /**
   * Reads the command line.
   *
   * @param root holds the data folder unless another one is named
   * @throws UsageError when it cannot be followed
   */
  static Options parse(String[] args, Path root) {
    Arguments arguments =
        Arguments.parse(args, Set.of("--data", "--port-offset", "--without"), Set.of("--observe"));
    List<String> without = arguments.list("--without");
    without.stream()
        .filter(name -> !Parts.names().contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new UsageError(
              "--without knows no part "
                  + name
                  + ": there are "
                  + String.join(", ", Parts.names()));
        });
    return new Options(
        arguments.path("--data", root.resolve("data")),
        arguments.number("--port-offset", 0, 0, MOST_OFFSET),
        without,
        arguments.has("--observe"));
  }
}
