package io.herald.telegram.text.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://a.example, http://a.example/",
    "HTTPS://A.Example/Path?Q#F, https://a.example/Path?Q#F",
    "a.example, http://a.example/",
    "a.example?q, http://a.example/?q",
    "a.example:8080/x, http://a.example:8080/x",
    "http://user:pass@a.example/x, http://user:pass@a.example/x",
    "http://[::1]:80/, http://[::1]:80/",
    "http://b\u00fccher.example/\u00fc, http://b\u00fccher.example/\u00fc",
    "' http://a.example/ ', http://a.example/",
    "tg://resolve?domain=x, tg://resolve?domain=x",
    "ton://transfer/x, ton://transfer/x"
  })
  void takesWhatTelegramLinks(String address, String url) {
    assertThat(LinkAddress.check(address)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/x",
        "#x",
        "x",
        "http://machine/",
        "http://",
        "ftp://a.example/",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "a@b.example",
        "http://a..example",
        "http://.a.example",
        "http://a.example/ x",
        "http://a\nb.example",
        "tel:+1"
      })
  void takesNothingElse(String address) {
    assertThat(LinkAddress.check(address)).isNull();
  }

  @Test
  void givesUpOnAnEndlessAddress() {
    assertThat(LinkAddress.check("http://a.example/" + "x".repeat(LinkAddress.LONGEST))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "tg://user?id=5, 5",
    "tg:user?id=5, 5",
    "TG://USER?id=5#x, 5",
    "tg://user/?a=b&id=5, 5",
    "tg://user?id=9223372036854775807, 9223372036854775807"
  })
  void knowsPeople(String address, long id) {
    assertThat(TelegramUri.user(address)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tg://user",
        "tg://user?id=",
        "tg://user?id=x",
        "tg://user?id=-1",
        "tg://user?id=0",
        "tg://users?id=5",
        "http://user?id=5",
        "tg://user?id=9223372036854775808"
      })
  void knowsNobodyElse(String address) {
    assertThat(TelegramUri.user(address)).isNull();
  }
}
