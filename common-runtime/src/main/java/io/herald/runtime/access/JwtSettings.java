package io.herald.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which bearer tokens are accepted. With a secret and an issuer both kinds are, each proven by its
 * own.
 *
 * @param secret {@code HERALD_JWT_SECRET}, at least 32 bytes: tokens signed with it (HS256); blank:
 *     none
 * @param issuerUri {@code HERALD_JWT_ISSUER_URI}: tokens of that OpenID Connect issuer; blank: none
 * @param audience {@code HERALD_JWT_AUDIENCE}: what {@code aud} must contain; blank: anything
 * @param userClaim {@code HERALD_USER_CLAIM}: the claim that names the person
 */
@ConfigurationProperties("herald.jwt")
record JwtSettings(
    @Nullable String secret,
    @Nullable String issuerUri,
    @Nullable String audience,
    @Nullable String userClaim) {

  private static final int SHORTEST_SECRET_BYTES = 32; // RFC 7518, 3.2: as long as the hash.

  JwtSettings {
    secret = stripped(secret);
    issuerUri = stripped(issuerUri);
    audience = stripped(audience);
    userClaim = stripped(userClaim).isEmpty() ? "sub" : stripped(userClaim);
    int bytes = secret.getBytes(UTF_8).length;
    if (bytes > 0 && bytes < SHORTEST_SECRET_BYTES) {
      throw new InvalidSetting(
          "HERALD_JWT_SECRET", "must have at least 32 bytes, such as openssl rand -hex 32 prints");
    }
    if (!issuerUri.isEmpty() && !isIssuer(issuerUri)) {
      throw new InvalidSetting(
          "HERALD_JWT_ISSUER_URI",
          "must be the issuer's address as its tokens name it, such as https://id.example.org");
    }
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static boolean isIssuer(String text) {
    try {
      URI uri = URI.create(text);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The key of tokens that are signed with the secret. */
  Optional<SecretKey> key() {
    return Optional.of(secret)
        .filter(set -> !set.isEmpty())
        .map(set -> new SecretKeySpec(set.getBytes(UTF_8), "HmacSHA256"));
  }

  /** The issuer whose tokens are accepted. */
  Optional<String> issuer() {
    return Optional.of(issuerUri).filter(set -> !set.isEmpty());
  }

  @Override
  public String toString() {
    return "JwtSettings[secret=***, issuerUri="
        + issuerUri
        + ", audience="
        + audience
        + ", userClaim="
        + userClaim
        + "]";
  }
}
