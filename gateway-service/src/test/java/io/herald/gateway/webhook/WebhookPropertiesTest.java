package io.herald.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.runtime.config.AddressRange;
import io.herald.runtime.config.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookPropertiesTest {

  @Test
  void believesNoProxyAndAsksNoSourceByDefault() {
    WebhookProperties properties = bind("unrelated", "");

    assertThat(properties.sourceRanges()).isEmpty();
    assertThat(properties.proxyRanges()).isEmpty();
    assertThat(properties.maxConnections()).isEqualTo(40);
  }

  @Test
  void knowsTelegramsRanges() {
    assertThat(bind("sources", "telegram, 10.0.0.0/8").sourceRanges())
        .containsExactly(
            AddressRange.valueOf("149.154.160.0/20"),
            AddressRange.valueOf("91.108.4.0/22"),
            AddressRange.valueOf("10.0.0.0/8"));
  }

  @ParameterizedTest
  @CsvSource({
    "sources,         HERALD_WEBHOOK_SOURCES,        telegram.org",
    "sources,         HERALD_WEBHOOK_SOURCES,        '10.0.0.0/8,10.0.0.0/33'",
    "trusted-proxies, HERALD_WEBHOOK_TRUSTEDPROXIES, proxy",
    "max-connections, HERALD_WEBHOOK_MAXCONNECTIONS, 0",
    "max-connections, HERALD_WEBHOOK_MAXCONNECTIONS, 101"
  })
  void namesTheWrongSetting(String property, String variable, String value) {
    assertThatThrownBy(() -> bind(property, value))
        .hasRootCauseInstanceOf(InvalidSetting.class)
        .rootCause()
        .hasMessageStartingWith(variable + ": must ");
  }

  @Test
  void takesTelegramsSecretsAndShowsNone() {
    assertThat(bind("secret", " s3cret ").secret()).isEqualTo("s3cret");
    assertThat(bind("secret", "s3cret").toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> bind("secret", "with space"))
        .rootCause()
        .hasMessageStartingWith("TELEGRAM_WEBHOOK_SECRET: ")
        .hasMessageNotContaining("with space");
  }

  private static WebhookProperties bind(String property, String value) {
    var source = new MapConfigurationPropertySource(Map.of("herald.webhook." + property, value));
    return new Binder(source).bindOrCreate("herald.webhook", WebhookProperties.class);
  }
}
