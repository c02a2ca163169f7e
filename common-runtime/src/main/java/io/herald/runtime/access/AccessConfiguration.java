package io.herald.runtime.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** Wires who is let in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiKeySettings.class, JwtSettings.class})
public class AccessConfiguration {

  @Bean
  Access access(ApiKeySettings keys, JwtSettings tokens) {
    return access(keys, tokens, Clock.systemUTC());
  }

  static Access access(ApiKeySettings keys, JwtSettings tokens, Clock clock) {
    Optional<IssuerKeys> issuer =
        tokens
            .issuer()
            .map(uri -> new FetchKeys(WebClient.create(), uri))
            .map(fetch -> new IssuerKeys(fetch::fetch, clock));
    return new Access(keys.parsed(), new Tokens(tokens, issuer, clock));
  }

  @Bean
  MintToken mintToken(JwtSettings settings) {
    return new MintToken(settings, Clock.systemUTC());
  }
}
