package io.herald.runtime.access;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** Wires who is let in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiKeySettings.class, JwtSettings.class})
public class AccessConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);

  @Bean
  Access access(ApiKeySettings keys, JwtSettings tokens) {
    if (tokens.issuer().isPresent() && tokens.audience().isEmpty()) {
      log.warn(
          "HERALD_JWT_AUDIENCE is not set: what the issuer made for other services is accepted"
              + " too");
    }
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
