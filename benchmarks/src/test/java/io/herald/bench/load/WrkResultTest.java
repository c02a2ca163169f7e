package io.herald.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrkResultTest {

  @Test
  void readsTheLineOfTheScript() {
    WrkResult result =
        WrkResult.parse(
            List.of(
                "Running 10s test @ http://127.0.0.1:1/",
                "Requests/sec:  17905.00",
                "RESULT"
                    + " {\"requests\":20000,\"duration_us\":2000000,\"bytes\":5,\"status_errors\":10,"
                    + "\"connect_errors\":1,\"read_errors\":2,\"write_errors\":3,\"timeouts\":4,"
                    + "\"p50_us\":100,\"p90_us\":200,\"p99_us\":300,\"p999_us\":400,\"max_us\":500}"));

    assertThat(result.acknowledged()).isEqualTo(19_990);
    assertThat(result.acknowledgedPerSecond()).isEqualTo(9_995);
    assertThat(result.errors()).isEqualTo(20);
    assertThat(result.p999Us()).isEqualTo(400);
  }

  @Test
  void saysThatARunFailed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WrkResult.parse(List.of("unable to connect to 127.0.0.1:1")));
  }
}
