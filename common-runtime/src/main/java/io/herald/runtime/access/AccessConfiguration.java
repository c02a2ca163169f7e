package io.herald.runtime.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires who is let in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiKeySettings.class)
public class AccessConfiguration {

  @Bean
  Access access(ApiKeySettings settings) {
    return new Access(settings.parsed());
  }
}
