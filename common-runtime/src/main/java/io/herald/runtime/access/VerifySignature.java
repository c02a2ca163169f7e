package io.herald.runtime.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.BadJwtException;
import reactor.core.publisher.Mono;

/**
 * Verifies a token's signature: HS256 with one of the secrets, and the algorithms of public keys
 * with the issuer's. The header's algorithm chooses between the two and can't mix them, and no
 * other counts.
 */
final class VerifySignature implements Converter<JWT, Mono<JWTClaimsSet>> {

  /** Algorithms of the issuer's tokens. */
  static final Set<JWSAlgorithm> OF_ISSUERS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Set<JWSAlgorithm> OF_SECRETS = Set.of(JWSAlgorithm.HS256);

  // No type at all is common; a logout or proof token is none to call with.
  private static final Set<JOSEObjectType> TYPES =
      new HashSet<>(Arrays.asList(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));

  private final JWKSet secrets;
  private final Optional<IssuerKeys> issuer;

  VerifySignature(List<SecretKey> secrets, Optional<IssuerKeys> issuer) {
    this.secrets =
        new JWKSet(
            secrets.stream()
                .<JWK>map(secret -> new OctetSequenceKey.Builder(secret).build())
                .toList());
    this.issuer = issuer;
  }

  /** The token's claims; fails with a {@link BadJwtException} or {@link IssuerGone}. */
  @Override
  public Mono<JWTClaimsSet> convert(JWT jwt) {
    if (jwt instanceof SignedJWT signed) {
      JWSAlgorithm algorithm = signed.getHeader().getAlgorithm();
      if (OF_SECRETS.contains(algorithm) && !secrets.isEmpty()) {
        return Mono.fromCallable(() -> verify(signed, OF_SECRETS, new ImmutableJWKSet<>(secrets)));
      }
      if (OF_ISSUERS.contains(algorithm) && issuer.isPresent()) {
        return issuer
            .get()
            .forToken(signed.getHeader().getKeyID())
            .map(keys -> verify(signed, OF_ISSUERS, new ImmutableJWKSet<>(keys)));
      }
    }
    return Mono.error(new BadJwtException("signed in a way that is not accepted here"));
  }

  private static JWTClaimsSet verify(
      SignedJWT jwt, Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys) {
    var processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier((_, _) -> {}); // Tokens does, by its clock.
    try {
      return processor.process(jwt, null);
    } catch (BadJOSEException | JOSEException e) {
      throw new BadJwtException("not signed by whom it should be");
    }
  }
}
