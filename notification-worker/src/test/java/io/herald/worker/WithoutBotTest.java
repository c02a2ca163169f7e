package io.herald.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WithoutBotTest extends WorkerFixture {

  @Test
  void saysThatItCanSendNothing(CapturedOutput output) throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/health/readiness").body())
                .contains("\"kafka\":{\"status\":\"UP\"}")
                .contains("\"telegram\":{\"status\":\"DOWN\"}")
                .contains("\"outbound\":{\"status\":\"DOWN\"}"));
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(output.getOut()).contains("TELEGRAM_BOT_TOKEN");
  }
}
