package io.herald.gateway.login;

import io.herald.gateway.GatewaySettings;
import io.herald.runtime.config.InvalidSetting;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/** Guards the page, and only the page ({@link PagePaths}). */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class LoginConfiguration {

  private static final Duration LOGIN_TAKES_AT_MOST = Duration.ofMinutes(10);

  @Bean
  Login login(LoginSettings settings, GatewaySettings gateway) {
    if (settings.isConfigured() && gateway.publicBaseUrl().isEmpty()) {
      throw new InvalidSetting(
          "PUBLIC_BASE_URL",
          "is required with HERALD_OIDC_ISSUER_URI: the provider sends people back to it");
    }
    return new Login(settings.isConfigured(), gateway.publicBaseUrl().orElse(""));
  }

  @Bean
  ServerWebExchangeFirewall pageFirewall() {
    return new PageFirewall();
  }

  @Bean
  SecurityWebFilterChain pages(ServerHttpSecurity http, Login login, LoginSettings settings) {
    AskToLogIn ask = new AskToLogIn(login);
    http.securityMatcher(new PagePaths())
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens(login)).accessDeniedHandler(ask))
        .headers(headers -> guard(headers, policy(settings), login.isSecure()))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(ask))
        .authorizeExchange(paths ->
            paths.pathMatchers("/login", "/assets/**").permitAll().anyExchange().authenticated());
    if (settings.isConfigured()) {
      letPeopleLogIn(http, login, settings);
    } else {
      http.logout(ServerHttpSecurity.LogoutSpec::disable);
    }
    return http.build();
  }

  private static void letPeopleLogIn(ServerHttpSecurity http, Login login, LoginSettings settings) {
    Clock clock = Clock.systemUTC();
    Seal seal = new Seal(settings.clientSecret());
    FindProvider provider =
        new FindProvider(settings, login.base() + Login.BACK, AskProvider.http());
    TellTrouble trouble = new TellTrouble(login);
    SessionCookie session =
        new SessionCookie(
            SealedCookie.of(
                "herald", PagePerson.class, settings.session(), seal, login.isSecure(), clock));
    PendingLoginCookie pending =
        new PendingLoginCookie(
            SealedCookie.of(
                "herald-login",
                PendingLogin.class,
                LOGIN_TAKES_AT_MOST,
                seal,
                login.isSecure(),
                clock));
    http.securityContextRepository(session)
        .addFilterBefore(trouble, SecurityWebFiltersOrder.HTTP_BASIC)
        .oauth2Login(flow ->
            flow.clientRegistrationRepository(provider)
                .authorizedClientRepository(new KeepNoTokens())
                .authorizationRequestRepository(pending)
                .securityContextRepository(session)
                .authenticationFailureHandler(trouble))
        .logout(
            logout -> logout.logoutSuccessHandler(new LeaveProvider(login, provider, settings)));
  }

  private static CookieServerCsrfTokenRepository formTokens(Login login) {
    var tokens = new CookieServerCsrfTokenRepository();
    tokens.setCookieName(SealedCookie.name("herald-form", login.isSecure()));
    tokens.setCookieCustomizer(
        cookie -> cookie.path("/").httpOnly(true).secure(login.isSecure()).sameSite("Lax"));
    return tokens;
  }

  private static void guard(ServerHttpSecurity.HeaderSpec headers, String policy, boolean secure) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .frameOptions(frames -> frames.mode(Mode.DENY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicy(
            features -> features.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        // Ours to say, not the request's: a proxy may end TLS before us.
        .hsts(ServerHttpSecurity.HeaderSpec.HstsSpec::disable);
    if (secure) {
      headers.writer(
          StaticServerHttpHeadersWriter.builder()
              .header("Strict-Transport-Security", "max-age=31536000")
              .build());
    }
  }

  /** No script or style but our own files; browsers hold form-action against redirects as well. */
  private static String policy(LoginSettings settings) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
        + " 'self'; form-action 'self'"
        + settings.issuerOrigin().map(origin -> " " + origin).orElse("")
        + "; base-uri 'none'; frame-ancestors 'none'";
  }
}
