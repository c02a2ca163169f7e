package io.herald.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.herald.backends.BesideOthers;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.config.GivenEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Starts a real service with a wrong environment and reads what its operator would read. */
@BesideOthers
class StartFailureTest {

  private static final String PREFIX = "Anything can't start: ";

  @ParameterizedTest
  @CsvSource({
    "HERALD_TOPICS_PARTITIONS, 0,             must be 1 to 1000",
    "HERALD_TOPICS_REPLICAS,   10,            must be 1 to 9",
    "HERALD_TRACING_PERSECOND, 1001,          must be 0 to 1000",
    "KAFKA_BOOTSTRAP_SERVERS,  nowhere,       Invalid url in bootstrap.servers: nowhere",
    "HERALD_API_KEYS,          ci=12:admin,   entry 1 is not name=<sha256 of the key in"
        + " hex>:scope+scope (several are separated by ;)",
    "TELEGRAM_BOT_TOKEN_FILE,  /no/such/file, the file /no/such/file can't be read"
  })
  void namesTheVariableAndWhatIsWrong(String variable, String value, String problem) {
    assertThat(lineOf(Map.of(variable, value))).isEqualTo(PREFIX + variable + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "HERALD_TOPICS_PARTITIONS,  six,  herald.topics.partitions,  int",
    "SPRING_DATA_REDIS_TIMEOUT, soon, spring.data.redis.timeout, Duration"
  })
  void namesTheVariableOfTheWrongType(String variable, String value, String name, String type) {
    assertThat(lineOf(Map.of(variable, value)))
        .startsWith(PREFIX + variable + " (property " + name + "): ")
        .endsWith("the value is not a valid " + type);
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_BOT_TOKEN,       hidden-token",
    "HERALD_BOTS_ALERTS_TOKEN, 123456:hidden!",
    "REDIS_URL,                http://user:hidden@localhost",
    "REDIS_URL,                redis://user:hidden@localhost:port",
    "REDIS_URL,                redis://user:hidden%@localhost"
  })
  void neverShowsASecret(String variable, String value) {
    Map<String, String> variables = new HashMap<>(Map.of("TELEGRAM_BOT_TOKEN", "123456:ABC"));
    variables.put(variable, value);

    assertThat(lineOf(variables))
        .startsWith(PREFIX + variable + ": ")
        .doesNotContain("hidden")
        .hasLineCount(1);
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(lineOf(Map.of("SERVER_PORT", port)))
          .isEqualTo(PREFIX + "SERVER_PORT: port " + port + " is in use");
    }
  }

  @Test
  void tellsTheRootOfWhatItDoesNotKnow() {
    var failure =
        new IllegalStateException("outer", new IOException("the disk is full\n at the worst time"));

    assertThat(StartFailure.line("Anything", failure))
        .isEqualTo(PREFIX + "IOException: the disk is full");
  }

  @Test
  void findsWordsForAFailureWithoutAny() {
    assertThat(StartFailure.line("Anything", new IllegalStateException("")))
        .isEqualTo(PREFIX + "IllegalStateException:");
    assertThat(StartFailure.line("Anything", new IllegalStateException()))
        .isEqualTo(PREFIX + "IllegalStateException: null");
  }

  private static String lineOf(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
    environment.put("REDIS_URL", "redis://127.0.0.1:1");
    environment.put("SERVER_PORT", "0");
    environment.putAll(variables);
    var application = new SpringApplication(Anything.class);
    application.setEnvironment(new GivenEnvironment(environment));
    application.setRegisterShutdownHook(false);
    application.addInitializers(RunningRuntime::giveOwnThreads);
    return StartFailure.line("Anything", catchThrowable(() -> application.run().close()));
  }

  @EnableAutoConfiguration
  static class Anything {}
}
