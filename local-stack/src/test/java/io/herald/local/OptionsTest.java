package io.herald.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.local.options.UsageError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private static final Path ROOT = Path.of("/herald");

  @Test
  void nothingIsNeeded() {
    Options options = Options.parse(new String[0], ROOT);
    assertThat(options.data()).isEqualTo(Path.of("/herald/data"));
    assertThat(options.portOffset()).isZero();
    assertThat(options.without()).isEmpty();
    assertThat(options.observe()).isFalse();
  }

  @Test
  void takesBothForms() {
    Options options =
        Options.parse(
            new String[] {
              "--observe", "--data=/x", "--port-offset", "100", "--without", "redis, kafka"
            },
            ROOT);
    assertThat(options.data()).isEqualTo(Path.of("/x"));
    assertThat(options.portOffset()).isEqualTo(100);
    assertThat(options.without()).containsExactly("redis", "kafka");
    assertThat(options.observe()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --bogus | Unknown option --bogus: known are --data, --observe, --port-offset, --without
          data | Unknown option data: known are --data, --observe, --port-offset, --without
          --data | --data needs a value
          --data= | --data needs a value
          --data --without | --data needs a value
          --data a --data b | --data is given twice
          --observe --observe | --observe is given twice
          --observe=yes | --observe takes no value
          --port-offset ten | --port-offset must be a whole number from 0 to 56443, not ten
          --port-offset -1 | --port-offset must be a whole number from 0 to 56443, not -1
          --port-offset 60000 | --port-offset must be a whole number from 0 to 56443, not 60000
          --without x | --without knows no part x: there are redis, kafka, telegram-emulator, demo-identity, gateway-service, bot-service, scheduler-service, notification-worker, prometheus, grafana
          """)
  void wrongOnesAreToldInOneLine(String line, String message) {
    assertThatExceptionOfType(UsageError.class)
        .isThrownBy(() -> Options.parse(line.split(" "), ROOT))
        .withMessage(message);
  }
}
