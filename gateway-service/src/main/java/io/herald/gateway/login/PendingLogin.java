package io.herald.gateway.login;

import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A login that is under way at the provider: what its answer is held against. The names are those
 * of RFC 6749 and RFC 7636.
 */
record PendingLogin(
    String authorizationUri,
    String clientId,
    String redirectUri,
    Set<String> scopes,
    String state,
    Map<String, String> parameters,
    Map<String, String> attributes) {

  static PendingLogin of(OAuth2AuthorizationRequest request) {
    return new PendingLogin(
        request.getAuthorizationUri(),
        request.getClientId(),
        request.getRedirectUri(),
        request.getScopes(),
        request.getState(),
        texts(request.getAdditionalParameters()),
        texts(request.getAttributes()));
  }

  OAuth2AuthorizationRequest request() {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(authorizationUri)
        .clientId(clientId)
        .redirectUri(redirectUri)
        .scopes(scopes)
        .state(state)
        .additionalParameters(all -> all.putAll(parameters))
        .attributes(all -> all.putAll(attributes))
        .build();
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    return values.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, value -> value.getValue().toString()));
  }

  @Override
  public String toString() {
    return "PendingLogin[***]";
  }
}
