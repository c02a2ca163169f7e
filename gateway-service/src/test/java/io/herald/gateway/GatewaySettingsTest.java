package io.herald.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewaySettingsTest {

  @Test
  void takesWebhooksFromTelegramsUsualKindsByDefault() {
    GatewaySettings settings = bind(Map.of());

    assertThat(settings.polling()).isFalse();
    assertThat(settings.publicBaseUrl()).isEmpty();
    assertThat(settings.allowedUpdates()).contains("message", "callback_query");
  }

  @Test
  void takesBlankForNotSet() {
    GatewaySettings settings = bind(Map.of("herald.ingest", " ", "herald.public-base-url", " "));

    assertThat(settings.ingest()).isEqualTo("webhook");
    assertThat(settings.publicBaseUrl()).isEmpty();
  }

  @Test
  void cutsTheSlashAtTheAddressesEnd() {
    GatewaySettings settings = bind(Map.of("herald.public-base-url", "https://example.org/bots//"));

    assertThat(settings.publicBaseUrl()).contains("https://example.org/bots");
  }

  @ParameterizedTest
  @ValueSource(strings = {"push", "Webhook", "webhook,polling"})
  void refusesAnUnknownWayIn(String ingest) {
    assertThatThrownBy(() -> bind(Map.of("herald.ingest", ingest)))
        .hasRootCauseInstanceOf(InvalidSetting.class)
        .rootCause()
        .hasMessage("HERALD_INGEST: must be webhook or polling");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot.example.org",
        "ftp://bot.example.org",
        "https://",
        "https:///path",
        "https://two words.org",
        "https://bot.example.org:port"
      })
  void refusesWhatIsNoAddress(String url) {
    assertThatThrownBy(() -> bind(Map.of("herald.public-base-url", url)))
        .hasRootCauseInstanceOf(InvalidSetting.class)
        .rootCause()
        .hasMessageStartingWith("PUBLIC_BASE_URL: must be an address");
  }

  private static GatewaySettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("herald", GatewaySettings.class);
  }
}
