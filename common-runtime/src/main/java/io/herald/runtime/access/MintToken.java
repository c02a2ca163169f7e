package io.herald.runtime.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

/**
 * Makes short-lived bearer tokens for people whom we know in another way. They have no scope: they
 * are good for the person's own endpoints alone.
 */
public final class MintToken {

  /** Who our own tokens are of. */
  public static final String ISSUER = "herald";

  private final JwtSettings settings;
  private final Clock clock;

  MintToken(JwtSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether there is a secret to sign with: {@code HERALD_JWT_SECRET}. */
  public boolean isPossible() {
    return settings.key().isPresent();
  }

  /** A token that {@link Access} takes for that person's; only where it {@link #isPossible}. */
  public Minted mint(String user, Duration lifetime) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(lifetime);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(user)
            .claim(settings.userClaim(), user)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(end))
            .jwtID(UUID.randomUUID().toString());
    if (!settings.audience().isEmpty()) {
      claims.audience(settings.audience());
    }
    return new Minted(signed(claims.build()), end);
  }

  private String signed(JWTClaimsSet claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new MACSigner(settings.key().orElseThrow()));
    } catch (JOSEException e) {
      throw new IllegalStateException("the secret is long enough for HS256", e);
    }
    return jwt.serialize();
  }

  /**
   * A token.
   *
   * @param token for the header {@code Authorization: Bearer}; a secret
   * @param expiresAt when it is good no more
   */
  public record Minted(String token, Instant expiresAt) {

    @Override
    public String toString() {
      return "Minted[token=***, expiresAt=" + expiresAt + "]";
    }
  }
}
