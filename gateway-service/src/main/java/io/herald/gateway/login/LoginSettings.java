package io.herald.gateway.login;

import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people log in.
 *
 * @param issuerUri {@code HERALD_OIDC_ISSUER_URI}: the OpenID provider that people log in at; wants
 *     {@code PUBLIC_BASE_URL}, and {@code {url}/login/oauth2/code/herald} registered there; blank:
 *     nobody can log in
 * @param clientId {@code HERALD_OIDC_CLIENT_ID}: what the provider knows Herald as
 * @param clientSecret {@code HERALD_OIDC_CLIENT_SECRET}: proves that to the provider; the cookies'
 *     key is derived from it, so all replicas have the same
 * @param userClaim {@code HERALD_USER_CLAIM}: the claim that is the person's id in Herald
 * @param session {@code HERALD_OIDC_SESSION}: how long somebody stays logged in
 */
@ConfigurationProperties("herald.oidc")
record LoginSettings(
    String issuerUri, String clientId, String clientSecret, String userClaim, Duration session) {

  private static final int SHORTEST_SECRET = 8;

  LoginSettings(
      @Nullable String issuerUri,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @DefaultValue("sub") String userClaim,
      @DefaultValue("8h") Duration session) {
    this.issuerUri = stripped(issuerUri);
    this.clientId = stripped(clientId);
    this.clientSecret = stripped(clientSecret);
    this.userClaim = userClaim.isBlank() ? "sub" : userClaim.strip();
    this.session = session;
    if (isConfigured()) {
      check();
    }
    if (!session.isPositive()) {
      throw new InvalidSetting("HERALD_OIDC_SESSION", "must be a time such as 8h");
    }
  }

  boolean isConfigured() {
    return !issuerUri.isEmpty();
  }

  /** The provider's scheme, host and port. */
  Optional<String> issuerOrigin() {
    return Optional.of(issuerUri).filter(uri -> !uri.isEmpty()).map(LoginSettings::origin);
  }

  static String origin(String address) {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private void check() {
    if (!isAddress(issuerUri)) {
      throw new InvalidSetting(
          "HERALD_OIDC_ISSUER_URI",
          "must be the provider's address as its tokens name it, such as https://id.example.org");
    }
    if (clientId.isEmpty()) {
      throw new InvalidSetting(
          "HERALD_OIDC_CLIENT_ID",
          "is required with HERALD_OIDC_ISSUER_URI; the provider gives it");
    }
    if (clientSecret.length() < SHORTEST_SECRET) {
      throw new InvalidSetting(
          "HERALD_OIDC_CLIENT_SECRET",
          "is required with HERALD_OIDC_ISSUER_URI and has at least 8 characters; the provider"
              + " gives it");
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  @Override
  public String toString() {
    return "LoginSettings[issuerUri=" + issuerUri + ", clientId=" + clientId + "]";
  }
}
