package io.herald.gateway.login;

import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks the provider where its endpoints are (OpenID Connect Discovery 1.0) when somebody logs in,
 * and again after an hour: the gateway starts and works without it.
 */
final class FindProvider implements ReactiveClientRegistrationRepository {

  /** The one provider; part of the address that it sends people back to. */
  static final String NAME = "herald";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
      new ParameterizedTypeReference<>() {};

  private final LoginSettings settings;
  private final String redirectUri;
  private final Mono<ClientRegistration> provider;

  FindProvider(LoginSettings settings, String redirectUri, WebClient http) {
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.provider =
        Mono.defer(() -> discover(http)).cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  @Override
  public Mono<ClientRegistration> findByRegistrationId(String name) {
    return name.equals(NAME) ? provider : Mono.empty();
  }

  /** The provider; fails with {@link ProviderGone}. */
  Mono<ClientRegistration> find() {
    return provider;
  }

  private Mono<ClientRegistration> discover(WebClient http) {
    return http.get()
        .uri(settings.issuerUri().replaceAll("/+$", "") + DISCOVERY)
        .retrieve()
        .bodyToMono(DOCUMENT)
        .timeout(PATIENCE)
        .map(this::registration)
        .onErrorMap(
            error -> !(error instanceof ProviderGone),
            error -> new ProviderGone("it cannot be asked for its endpoints", error));
  }

  private ClientRegistration registration(Map<String, Object> document) {
    // Another issuer's tokens would never be ours: section 4.3 of the specification.
    if (!settings.issuerUri().equals(document.get("issuer"))) {
      throw new ProviderGone("it calls itself otherwise than HERALD_OIDC_ISSUER_URI does");
    }
    return ClientRegistrations.fromOidcConfiguration(document)
        .registrationId(NAME)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .redirectUri(redirectUri)
        .scope("openid", "profile", "email")
        .userNameAttributeName(settings.userClaim())
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }
}
