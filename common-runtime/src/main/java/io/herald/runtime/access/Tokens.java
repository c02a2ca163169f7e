package io.herald.runtime.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Reads bearer tokens. Why one is refused is told only about authentic ones; of all others nothing
 * but that they are not.
 */
final class Tokens {

  // Clocks of two machines differ a little.
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final boolean accepted;
  private final NimbusReactiveJwtDecoder decoder;
  private final TokenCaller caller;

  Tokens(JwtSettings settings, Optional<IssuerKeys> issuer, Clock clock) {
    this.accepted = settings.key().isPresent() || issuer.isPresent();
    this.decoder = new NimbusReactiveJwtDecoder(new VerifySignature(settings.accepted(), issuer));
    this.decoder.setJwtValidator(new CheckClaims(settings, clock, SKEW));
    this.caller = new TokenCaller(settings.userClaim());
  }

  /** Whether any token can be good. */
  boolean areAccepted() {
    return accepted;
  }

  /** Whose token it is; never fails. */
  Mono<Proof> read(String token) {
    return accepted
        ? decoder.decode(token).map(caller::of).onErrorResume(Tokens::refused)
        : Mono.just(
            new Proof.WrongToken(
                "bearer tokens are not accepted here: send a valid API key in the header"
                    + " X-API-Key"));
  }

  private static Mono<Proof> refused(Throwable error) {
    return Mono.just(
        switch (error) {
          case IssuerGone _ -> new Proof.Unavailable();
          case JwtValidationException authentic ->
              new Proof.WrongToken(
                  "the bearer token " + authentic.getErrors().iterator().next().getDescription());
          default -> new Proof.WrongToken("the bearer token is not authentic");
        });
  }

  /** Checks what an authentic token says about itself. */
  private record CheckClaims(JwtSettings settings, Clock clock, Duration skew)
      implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
      return problem(token)
          .map(it -> OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", it, null)))
          .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private Optional<String> problem(Jwt token) {
      var now = clock.instant();
      if (token.getExpiresAt() == null) {
        return Optional.of("never expires: it needs exp");
      }
      if (!now.minus(skew).isBefore(token.getExpiresAt())) {
        return Optional.of("has expired");
      }
      if (token.getNotBefore() != null && now.plus(skew).isBefore(token.getNotBefore())) {
        return Optional.of("is not valid yet");
      }
      if (!isOfIssuer(token)) {
        return Optional.of("is of another issuer");
      }
      return isForUs(token) ? Optional.empty() : Optional.of("is for another audience");
    }

    // Who knows the secret may name any issuer; who holds an issuer's key is that issuer.
    private boolean isOfIssuer(Jwt token) {
      return "HS256".equals(token.getHeaders().get("alg"))
          || settings.issuerUri().equals(token.getClaims().get("iss"));
    }

    private boolean isForUs(Jwt token) {
      List<String> audience = token.getAudience();
      return settings.audience().isEmpty()
          || audience != null && audience.contains(settings.audience());
    }
  }
}
