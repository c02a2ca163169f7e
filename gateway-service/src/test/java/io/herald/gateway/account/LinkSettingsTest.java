package io.herald.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSettingsTest {

  @Test
  void leadsToTelegramUnlessToldOtherwise() {
    assertThat(new LinkSettings("").deepLink("a_bot", "word"))
        .isEqualTo("https://t.me/a_bot?start=word");
    assertThat(new LinkSettings(" http://localhost:8090/t.me/ ").deepLink("a_bot", "word"))
        .isEqualTo("http://localhost:8090/t.me/a_bot?start=word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.me", "javascript:alert(1)", "https://t.me?x=y", "https://", "a b"})
  void wantsAnAddress(String url) {
    assertThatThrownBy(() -> new LinkSettings(url))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("HERALD_TELEGRAM_LINK_URL");
  }
}
