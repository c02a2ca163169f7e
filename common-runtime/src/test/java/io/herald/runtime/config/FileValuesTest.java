package io.herald.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

class FileValuesTest {

  @TempDir private Path mounted;

  @Test
  void readsTheValueFromItsFile() throws IOException {
    var environment = read(Map.of("REDIS_URL_FILE", file("redis://cache:6379\n")));

    assertThat(environment.getProperty("REDIS_URL")).isEqualTo("redis://cache:6379");
  }

  @Test
  void prefersTheVariableItself() throws IOException {
    var environment =
        read(Map.of("REDIS_URL_FILE", file("redis://file:1"), "REDIS_URL", "redis://variable:1"));

    assertThat(environment.getProperty("REDIS_URL")).isEqualTo("redis://variable:1");
  }

  @Test
  void bindsFurtherBotsFromFiles() throws IOException {
    var environment = read(Map.of("HERALD_BOTS_ALERTS_TOKEN_FILE", file("123456:ABC-def\n")));

    Bots bots = Binder.get(environment).bind("herald", Bots.class).get();

    assertThat(bots.find("alerts").orElseThrow().token()).isEqualTo("123456:ABC-def");
  }

  @Test
  void namesTheVariableAndTheFileThatCanNotBeRead() {
    Path missing = mounted.resolve("missing");

    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> read(Map.of("TELEGRAM_BOT_TOKEN_FILE", missing.toString())))
        .withMessageStartingWith("TELEGRAM_BOT_TOKEN_FILE: ")
        .withMessageContaining(missing.toString());
  }

  @Test
  void saysTheSameOfAFileThatIsNoText() throws IOException {
    Path binary = Files.write(mounted.resolve("binary"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});

    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> read(Map.of("KAFKA_BOOTSTRAP_SERVERS_FILE", binary.toString())))
        .withMessageStartingWith("KAFKA_BOOTSTRAP_SERVERS_FILE: ");
  }

  @Test
  void leavesOtherProgramsVariablesAlone() {
    var environment =
        read(
            Map.of(
                "SSL_CERT_FILE",
                "/nowhere",
                "LOG_FILE",
                "/nowhere",
                "HERALD_JOBS_FILE",
                "/nowhere"));

    assertThat(environment.getProperty("SSL_CERT")).isNull();
  }

  private String file(String content) throws IOException {
    return Files.writeString(mounted.resolve("value"), content).toString();
  }

  private static ConfigurableEnvironment read(Map<String, String> variables) {
    var environment = new GivenEnvironment(variables);
    new FileValues().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
