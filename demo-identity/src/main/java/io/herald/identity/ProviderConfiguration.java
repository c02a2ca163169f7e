package io.herald.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The protocol's endpoints, the form, the client and the people. The signing key is made at each
 * start and kept in memory, so a restart ends what was signed before.
 */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http, DemoSettings settings) {
    OAuth2AuthorizationServerConfigurer provider = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(provider.getEndpointsMatcher())
        .with(
            provider,
            protocol ->
                protocol.oidc(oidc ->
                    oidc.logoutEndpoint(
                        // A token from before a restart is not known any more; its owner is out
                        // anyway.
                        logout ->
                            logout.errorResponseHandler(
                                (_, response, _) -> response.sendRedirect(settings.loggedOut())))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(errors ->
            errors.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint("/login"),
                new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http, DemoSettings settings) {
    // Browsers hold form-action against the redirects behind a form too, and these end at Herald.
    String policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
            + settings.application()
            + "; base-uri 'none'; frame-ancestors 'none'";
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/login", "/error", "/*.css", "/*.svg", "/actuator/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl(settings.application()))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
        .logout(withDefaults())
        .build();
  }

  @Bean
  RegisteredClientRepository clients(DemoSettings settings) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId("herald")
            .clientId(settings.clientId())
            .clientSecret("{noop}" + settings.clientSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(settings.signedIn())
            .postLogoutRedirectUri(settings.loggedOut())
            .scopes(scopes -> scopes.addAll(Set.of("openid", "profile", "email")))
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build());
  }

  @Bean
  InMemoryUserDetailsManager directory() {
    return new InMemoryUserDetailsManager(
        Arrays.stream(DemoPerson.values()).map(ProviderConfiguration::entry).toList());
  }

  /** What the token says of the person besides {@code sub}. */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
        DemoPerson person = DemoPerson.of(context.getPrincipal().getName());
        context
            .getClaims()
            .claim("name", person.fullName())
            .claim("email", person.email())
            .claim("roles", person.roles());
      }
    };
  }

  private static UserDetails entry(DemoPerson person) {
    return User.withUsername(person.email()).password("{noop}" + person.password()).build();
  }
}
