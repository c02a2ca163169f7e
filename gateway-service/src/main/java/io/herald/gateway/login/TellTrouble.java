package io.herald.gateway.login;

import io.herald.gateway.login.Login.Trouble;
import io.herald.runtime.log.NowAndThen;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A login that failed ends at the login page, which says why in plain words. */
final class TellTrouble implements ServerAuthenticationFailureHandler, WebFilter {

  /** The error of a token without the claim that names people. */
  static final String NO_CLAIM = "missing_user_claim";

  private static final Logger log = LoggerFactory.getLogger(TellTrouble.class);

  private final Login login;
  private final NowAndThen lines = new NowAndThen(Duration.ofSeconds(10), System::nanoTime);

  TellTrouble(Login login) {
    this.login = login;
  }

  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange filter, AuthenticationException error) {
    Trouble trouble = trouble(error);
    if (lines.isDue()) {
      log.warn("A login failed ({}); the person was told, and can try again", code(error));
    }
    return to(trouble, filter.getExchange());
  }

  /** The provider may be gone at any step; none of them says so as an authentication's failure. */
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange).onErrorResume(ProviderGone.class, error -> gone(error, exchange));
  }

  private Mono<Void> gone(ProviderGone error, ServerWebExchange exchange) {
    if (lines.isDue()) {
      Throwable cause = error.getCause();
      log.warn(
          "Nobody can log in, because of the provider at HERALD_OIDC_ISSUER_URI: {}{}",
          error.getMessage(),
          cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")");
    }
    return to(Trouble.PROVIDER, exchange);
  }

  private Mono<Void> to(Trouble trouble, ServerWebExchange exchange) {
    exchange.getResponse().setStatusCode(HttpStatus.FOUND);
    exchange.getResponse().getHeaders().setLocation(URI.create(login.page(trouble)));
    return exchange.getResponse().setComplete();
  }

  private static Trouble trouble(AuthenticationException error) {
    return switch (code(error)) {
      case "access_denied", "login_required", "interaction_required" -> Trouble.DENIED;
      case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce" ->
          Trouble.STALE;
      case NO_CLAIM -> Trouble.CLAIM;
      default -> Trouble.FAILED;
    };
  }

  // The code is one of a list and safe to log; descriptions are the provider's own words.
  private static String code(AuthenticationException error) {
    return error instanceof OAuth2AuthenticationException oauth
            && oauth.getError().getErrorCode().matches("[a-z_]{1,64}")
        ? oauth.getError().getErrorCode()
        : error.getClass().getSimpleName();
  }
}
