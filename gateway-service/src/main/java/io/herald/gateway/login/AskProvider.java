package io.herald.gateway.login;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * How the provider is talked to: never longer than a person waits. It does not answer: the login
 * fails and says so (fail closed), and nothing else is touched.
 */
@Configuration(proxyBeanMethods = false)
class AskProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static WebClient http() {
    HttpClient client =
        HttpClient.create()
            .responseTimeout(PATIENCE)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis());
    return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
  }

  @Bean
  ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
    var exchange = new WebClientReactiveAuthorizationCodeTokenResponseClient();
    exchange.setWebClient(http());
    return request ->
        exchange
            .getTokenResponse(request)
            .onErrorMap(
                error ->
                    !(error instanceof OAuth2AuthenticationException)
                        && !(error
                            instanceof
                            org.springframework.security.oauth2.core.OAuth2AuthorizationException),
                error -> new ProviderGone("it does not exchange a code for tokens", error));
  }

  @Bean
  ReactiveOAuth2UserService<OidcUserRequest, OidcUser> whoItIs() {
    var plain = new DefaultReactiveOAuth2UserService();
    plain.setWebClient(http());
    var people = new OidcReactiveOAuth2UserService();
    people.setOauth2UserService(plain);
    return request ->
        people
            .loadUser(request)
            .onErrorMap(IllegalArgumentException.class, AskProvider::claimIsMissing);
  }

  @Bean
  ReactiveJwtDecoderFactory<ClientRegistration> idTokens() {
    var factory = new ReactiveOidcIdTokenDecoderFactory();
    return registration -> {
      var decoder = factory.createDecoder(registration);
      return token ->
          decoder
              .decode(token)
              .timeout(PATIENCE)
              .onErrorMap(
                  TimeoutException.class, late -> new JwtException("no keys in time", late));
    };
  }

  private static OAuth2AuthenticationException claimIsMissing(IllegalArgumentException cause) {
    return new OAuth2AuthenticationException(new OAuth2Error(TellTrouble.NO_CLAIM), cause);
  }
}
