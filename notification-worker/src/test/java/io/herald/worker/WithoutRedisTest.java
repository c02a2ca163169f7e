package io.herald.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.OutboundMessage;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Redis is an index: without it messages go out, and this process still sends each once. */
@TestPropertySource(
    properties = {
      "TELEGRAM_BOT_TOKEN=123456:AbC-dEf_gHi",
      "spring.data.redis.url=redis://127.0.0.1:1"
    })
class WithoutRedisTest extends WorkerFixture {

  @Test
  void sendsWhileRedisIsGone() {
    awaitReady();
    OutboundMessage first = message("first");
    publish(first);
    publish(first);
    publish(message("last"));

    assertThat(awaitTexts(2)).containsExactly("first", "last");
  }
}
