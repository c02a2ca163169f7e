package io.herald.gateway.login;

import io.herald.gateway.login.Login.Trouble;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Logs out at the provider as well, where it can (OpenID Connect RP-Initiated Logout 1.0). The
 * provider is gone: the session here has ended, and that is said.
 */
final class LeaveProvider implements ServerLogoutSuccessHandler {

  private final Login login;
  private final FindProvider provider;
  private final LoginSettings settings;

  LeaveProvider(Login login, FindProvider provider, LoginSettings settings) {
    this.login = login;
    this.provider = provider;
    this.settings = settings;
  }

  @Override
  public Mono<Void> onLogoutSuccess(WebFilterExchange filter, Authentication authentication) {
    String here = login.page(Trouble.OUT);
    ServerHttpResponse response = filter.getExchange().getResponse();
    return Mono.just(authentication.getPrincipal())
        .ofType(PagePerson.class)
        .flatMap(person -> provider.find().mapNotNull(found -> exit(found, person, here)))
        .onErrorComplete(ProviderGone.class)
        .defaultIfEmpty(here)
        .flatMap(address -> {
          response.setStatusCode(HttpStatus.SEE_OTHER);
          response.getHeaders().setLocation(URI.create(address));
          return response.setComplete();
        });
  }

  private @org.jspecify.annotations.Nullable String exit(
      ClientRegistration found, PagePerson person, String here) {
    Object exit = found.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    if (exit == null) {
      return null;
    }
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUriString(exit.toString())
            .queryParam("client_id", "{client}")
            .queryParam("post_logout_redirect_uri", "{here}");
    if (!person.idToken().isEmpty()) {
      address.queryParam("id_token_hint", person.idToken());
    }
    return address.encode().buildAndExpand(settings.clientId(), here).toUriString();
  }
}
