package io.herald.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

class SharedDefaultsTest {

  private static final String FORMAT = "logging.structured.format.console";

  @Test
  void linesArePlainUnlessSomebodyWantsThemOtherwise() {
    assertThat(read(Map.of()).getProperty(FORMAT)).isNull();
    assertThat(read(Map.of("HERALD_LOG_FORMAT", "plain")).getProperty(FORMAT)).isNull();
    assertThat(read(Map.of("HERALD_LOG_FORMAT", "ecs")).getProperty(FORMAT)).isEqualTo("ecs");
  }

  @Test
  void aFormatThatNobodyKnowsIsRefused() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> read(Map.of("HERALD_LOG_FORMAT", "xml")))
        .withMessageStartingWith("HERALD_LOG_FORMAT: ");
  }

  @Test
  void whatIsSaidElsewhereWins() {
    var environment = read(Map.of("herald.jwt.user-claim", "email"));
    assertThat(environment.getProperty("herald.jwt.user-claim")).isEqualTo("email");
  }

  private static ConfigurableEnvironment read(Map<String, String> given) {
    var environment = new GivenEnvironment(given);
    new SharedDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
