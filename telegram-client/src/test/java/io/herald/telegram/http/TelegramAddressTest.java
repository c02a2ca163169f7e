package io.herald.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8090, http, localhost, 8090",
    "https://bots.example/, https, bots.example, 443",
    "HTTP://127.0.0.1, http, 127.0.0.1, 80",
  })
  void readsAddresses(String url, String scheme, String host, int port) {
    assertThat(TelegramAddress.parse(url)).isEqualTo(new TelegramAddress(scheme, host, port));
  }

  @Test
  void isTelegramsOwnUnlessSaid() {
    assertThat(TelegramAddress.parse(" ")).hasToString("https://api.telegram.org:443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8090",
        "ftp://localhost",
        "http://",
        "http://local host",
        "http://me:secret@localhost",
        "http://localhost/bot123",
        "http://localhost?x",
        "http://localhost:70000",
        "http://localhost:0",
        "nonsense"
      })
  void refusesWhatIsNoneWithoutQuotingIt(String url) {
    assertThatThrownBy(() -> TelegramAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain("secret", "123");
  }
}
