package io.herald.gateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.herald.model.json.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An OpenID provider at which everybody is already signed in as {@link #subject}. It holds Herald
 * to its secret, to PKCE and to codes that are good once.
 */
public final class FakeProvider implements AutoCloseable {

  /** What Herald is registered with. */
  public static final String SECRET = "a-client-secret";

  private static final String CLIENT = "herald";

  private final RSAKey key;
  private final DisposableServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile String subject = "ann@example.com";
  private volatile List<String> roles = List.of();
  private volatile boolean signsWithAnotherKey;

  private FakeProvider(int port) {
    try {
      key = new RSAKeyGenerator(2048).keyID("1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(port)
            .route(routes ->
                routes
                    .get("/.well-known/openid-configuration", (_, answer) -> json(answer, about()))
                    .get("/jwks", (_, answer) -> json(answer, keys()))
                    .get("/authorize", this::authorize)
                    .post("/token", this::token))
            .bindNow();
  }

  /** A provider on a free port. */
  public static FakeProvider start() {
    return new FakeProvider(0);
  }

  /** A provider on that port. */
  static FakeProvider at(int port) {
    return new FakeProvider(port);
  }

  /** Its address. */
  public String issuer() {
    return "http://localhost:" + server.port();
  }

  /** The gateway's settings for it. */
  public String[] settings(int gatewayPort) {
    return new String[] {
      "SERVER_PORT=" + gatewayPort,
      "PUBLIC_BASE_URL=http://localhost:" + gatewayPort,
      "HERALD_OIDC_ISSUER_URI=" + issuer(),
      "HERALD_OIDC_CLIENT_ID=" + CLIENT,
      "HERALD_OIDC_CLIENT_SECRET=" + SECRET
    };
  }

  /** From now on somebody else is signed in. */
  public void signIn(String user, String... itsRoles) {
    subject = user;
    roles = List.of(itsRoles);
  }

  void signWithAnotherKey(boolean other) {
    signsWithAnotherKey = other;
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  private Map<String, Object> about() {
    return Map.of(
        "issuer",
        issuer(),
        "authorization_endpoint",
        issuer() + "/authorize",
        "token_endpoint",
        issuer() + "/token",
        "jwks_uri",
        issuer() + "/jwks",
        "end_session_endpoint",
        issuer() + "/logout",
        "subject_types_supported",
        new String[] {"public"},
        "response_types_supported",
        new String[] {"code"},
        "id_token_signing_alg_values_supported",
        new String[] {"RS256"});
  }

  private Map<String, Object> keys() {
    return new JWKSet(key.toPublicJWK()).toJSONObject();
  }

  private Mono<Void> authorize(HttpServerRequest request, HttpServerResponse answer) {
    Map<String, String> asked =
        UriComponentsBuilder.fromUri(URI.create(request.uri()))
            .build()
            .getQueryParams()
            .toSingleValueMap();
    Map<String, String> decoded =
        asked.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, value -> URLDecoder.decode(value.getValue(), UTF_8)));
    String code = "code-" + codes.size();
    codes.put(code, decoded);
    return answer
        .status(302)
        .header(
            "Location",
            decoded.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"))
        .send();
  }

  private Mono<Void> token(HttpServerRequest request, HttpServerResponse answer) {
    String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    boolean known = ("Basic " + basic).equals(request.requestHeaders().get("Authorization"));
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(form -> {
          Map<String, String> sent = form(form);
          Map<String, String> asked = codes.remove(sent.get("code"));
          boolean proven =
              known
                  && asked != null
                  && challenge(sent.get("code_verifier")).equals(asked.get("code_challenge"));
          return proven
              ? json(
                  answer,
                  Map.of(
                      "access_token",
                      "x",
                      "token_type",
                      "Bearer",
                      "expires_in",
                      60,
                      "id_token",
                      idToken(asked.get("nonce"))))
              : json(answer.status(400), Map.of("error", "invalid_grant"));
        });
  }

  private String idToken(String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject(subject)
            .claim("name", "Ann Example")
            .claim("roles", roles)
            .claim("nonce", nonce)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .build();
    try {
      RSAKey used = signsWithAnotherKey ? new RSAKeyGenerator(2048).keyID("1").generate() : key;
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims);
      token.sign(new RSASSASigner(used));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static Mono<Void> json(HttpServerResponse answer, Map<String, Object> body) {
    return answer
        .header("Content-Type", "application/json")
        .sendByteArray(Mono.just(Json.write(body)))
        .then();
  }
}
