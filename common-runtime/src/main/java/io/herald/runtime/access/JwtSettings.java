package io.herald.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which bearer tokens are accepted. With a secret and an issuer both kinds are, each proven by its
 * own.
 *
 * @param secret {@code HERALD_JWT_SECRET}, at least 32 bytes: bearer tokens signed with it (HS256)
 *     are accepted, and those of Mini Apps are made with it; blank: none are
 * @param secretPrevious {@code HERALD_JWT_SECRET_PREVIOUS}: tokens signed with it are accepted as
 *     well, while the secret is being changed; none are made with it
 * @param issuerUri {@code HERALD_JWT_ISSUER_URI}: bearer tokens of that OpenID Connect issuer (RS,
 *     PS or ES with 256 to 512) are accepted, as its tokens name it in {@code iss}; blank: none are
 * @param audience {@code HERALD_JWT_AUDIENCE}: what {@code aud} must contain; blank: anything, also
 *     what the issuer made for other services
 * @param userClaim {@code HERALD_USER_CLAIM}: the claim that is the person's id in Herald
 */
@ConfigurationProperties("herald.jwt")
record JwtSettings(
    @Nullable String secret,
    @Nullable String secretPrevious,
    @Nullable String issuerUri,
    @Nullable String audience,
    @Nullable String userClaim) {

  private static final int SHORTEST_SECRET_BYTES = 32; // RFC 7518, 3.2: as long as the hash.

  JwtSettings {
    secret = stripped(secret);
    secretPrevious = stripped(secretPrevious);
    issuerUri = stripped(issuerUri);
    audience = stripped(audience);
    userClaim = stripped(userClaim).isEmpty() ? "sub" : stripped(userClaim);
    checkLength("HERALD_JWT_SECRET", secret);
    checkLength("HERALD_JWT_SECRET_PREVIOUS", secretPrevious);
    if (secret.isEmpty() && !secretPrevious.isEmpty()) {
      throw new InvalidSetting("HERALD_JWT_SECRET_PREVIOUS", "is of use beside HERALD_JWT_SECRET");
    }
    if (!issuerUri.isEmpty() && !isIssuer(issuerUri)) {
      throw new InvalidSetting(
          "HERALD_JWT_ISSUER_URI",
          "must be the issuer's address as its tokens name it, such as https://id.example.org");
    }
  }

  private static void checkLength(String variable, String secret) {
    int bytes = secret.getBytes(UTF_8).length;
    if (bytes > 0 && bytes < SHORTEST_SECRET_BYTES) {
      throw new InvalidSetting(
          variable, "must have at least 32 bytes, such as openssl rand -hex 32 prints");
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

  /** The key that tokens are signed with. */
  Optional<SecretKey> key() {
    return accepted().stream().findFirst();
  }

  /** The keys of tokens that are accepted, the one to sign with first; empty: none are. */
  List<SecretKey> accepted() {
    return Stream.of(secret, secretPrevious)
        .filter(set -> !set.isEmpty())
        .<SecretKey>map(set -> new SecretKeySpec(set.getBytes(UTF_8), "HmacSHA256"))
        .toList();
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
