package io.herald.runtime.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks an issuer for the keys of its signatures, the way OpenID Connect Discovery 1.0 says: its
 * metadata says where they are.
 */
final class FetchKeys {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
      new ParameterizedTypeReference<>() {};

  private final WebClient http;
  private final String issuer;

  FetchKeys(WebClient http, String issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  /** Its public keys; fails with {@link IssuerGone} when they can't be had. */
  Mono<JWKSet> fetch() {
    return metadata()
        .map(this::keysAddress)
        .flatMap(this::keys)
        .timeout(PATIENCE)
        .onErrorMap(error -> !(error instanceof IssuerGone), FetchKeys::gone);
  }

  private Mono<Map<String, Object>> metadata() {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return http.get()
        .uri(URI.create(base + "/.well-known/openid-configuration"))
        .accept(MediaType.APPLICATION_JSON)
        .retrieve()
        .bodyToMono(METADATA);
  }

  private URI keysAddress(Map<String, Object> metadata) {
    if (!issuer.equals(metadata.get("issuer"))) {
      throw new IssuerGone("its metadata is of another issuer than HERALD_JWT_ISSUER_URI says");
    }
    if (metadata.get("jwks_uri") instanceof String address && address.startsWith("http")) {
      return URI.create(address);
    }
    throw new IssuerGone("its metadata has no jwks_uri");
  }

  private Mono<JWKSet> keys(URI address) {
    return http.get().uri(address).retrieve().bodyToMono(String.class).map(FetchKeys::parse);
  }

  private static JWKSet parse(String json) {
    try {
      return JWKSet.parse(json).toPublicJWKSet();
    } catch (ParseException e) {
      throw new IssuerGone("its keys are no JWK set");
    }
  }

  private static IssuerGone gone(Throwable error) {
    return new IssuerGone("it does not answer as it should: " + error.getClass().getSimpleName());
  }
}
