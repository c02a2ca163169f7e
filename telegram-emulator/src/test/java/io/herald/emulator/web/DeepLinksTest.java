package io.herald.emulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.emulator.RunningEmulator;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DeepLinksTest extends RunningEmulator {

  @Test
  void leadToTheChatAndKeepTheirWord() {
    assertThat(location("/t.me/bot_of_mine?start=a-b_C"))
        .isEqualTo("/?bot=bot_of_mine&start=a-b_C");
    assertThat(location("/t.me/test_bot")).isEqualTo("/?bot=test_bot&start=");
    assertThat(location("/t.me/a%26b?start=x%26bot%3Dy"))
        .isEqualTo("/?bot=a%26b&start=x%26bot%3Dy");
  }

  private String location(String path) {
    HttpResponse<String> answer = exchange("GET", path, "");
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
