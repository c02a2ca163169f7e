package io.herald.runtime.sign;

import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires signatures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
public class SigningConfiguration {

  private static final Duration AGREE_EVERY = Duration.ofSeconds(10);

  @Bean
  SigningKey signingKey(SigningSettings settings, RedisLink redis) {
    return settings
        .key()
        .map(SigningKey::configured)
        .orElseGet(() -> new SharedKey(redis, AGREE_EVERY));
  }

  @Bean
  Signing signing(SigningKey key, SigningSettings settings) {
    return new Signing(key, settings.previousKey());
  }

  @Bean
  SignLinks signLinks(Signing signing) {
    return new SignLinks(signing);
  }
}
