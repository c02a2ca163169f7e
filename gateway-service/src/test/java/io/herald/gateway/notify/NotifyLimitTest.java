package io.herald.gateway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** How often one caller may send. */
class NotifyLimitTest {

  private static final String PATH = "/api/notifications";
  private static final String ONE = "{\"to\":{\"chat\":\"1\"},\"text\":\"x\"}";
  private static final String OTHER = "key-of-the-mill";

  @Test
  void slowsDownOneCallerAndNoOther() {
    try (TestRedis redis = Backends.newRedis();
        RunningGateway gateway =
            RunningGateway.start(
                Backends.kafka(),
                redis,
                "herald.api.limit=2/s",
                "herald.api.body.limit=3KB",
                "herald.api.keys="
                    + RunningGateway.apiKey("shop", RunningGateway.SENDER_KEY, "notify.send")
                    + ';'
                    + RunningGateway.apiKey("mill", OTHER, "notify.send"))) {
      var shop = ApiClient.sender(gateway);
      // One a second is free, and ten lie in the bucket that all replicas share.
      HttpResponse<String> batch = shop.post(PATH, '[' + (ONE + ',').repeat(14) + ONE + ']');
      HttpResponse<String> next = shop.post(PATH, '[' + (ONE + ',').repeat(14) + ONE + ']');

      assertThat(batch.statusCode()).isEqualTo(202);
      assertThat(next.statusCode()).isEqualTo(429);
      assertThat(next.headers().firstValueAsLong("Retry-After").orElse(-1)).isBetween(1L, 10L);
      assertThat(new ApiClient(gateway, OTHER).post(PATH, ONE).statusCode()).isEqualTo(202);
      assertThat(shop.post(PATH, ONE.replace("x", "x".repeat(3000))).statusCode()).isEqualTo(413);
    }
  }
}
