package io.herald.runtime.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Consumer;

/** Makes tokens as others would, good ones and bad ones. */
final class TestTokens {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String SECRET = "a secret of at least thirty-two bytes";

  private TestTokens() {}

  static JwtSettings settings() {
    return new JwtSettings(SECRET, null, null, null, null);
  }

  /** Signed with the secret, for Ann, good for a minute; changed as said. */
  static String token(Consumer<JWTClaimsSet.Builder> change) {
    return hmac(SECRET.getBytes(UTF_8), JWSAlgorithm.HS256, change);
  }

  static String hmac(byte[] secret, JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
    try {
      return signed(new JWSHeader(algorithm), new MACSigner(secret), change);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static RSAKey rsaKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static ECKey ecKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String rsa(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      return signed(header, new RSASSASigner(key), change);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String ec(ECKey key, Consumer<JWTClaimsSet.Builder> change) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
      return signed(header, new ECDSASigner(key), change);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder().subject("ann").expirationTime(Date.from(NOW.plusSeconds(60)));
    change.accept(claims);
    return claims.build();
  }

  static String signed(JWSHeader header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change) {
    var jwt = new SignedJWT(header, claims(change));
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  static Date at(long secondsFromNow) {
    return Date.from(NOW.plusSeconds(secondsFromNow));
  }
}
